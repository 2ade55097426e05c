"""Users, groups, project roles and security levels."""
