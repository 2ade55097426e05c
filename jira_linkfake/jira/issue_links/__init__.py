"""Links between issues."""
