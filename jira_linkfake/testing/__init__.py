"""What a test does with a site: seeding, permissions, looking, assertions, reports."""
