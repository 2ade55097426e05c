"""Properties: JSON that apps and scripts keep with issues and with what else there is, by key."""
