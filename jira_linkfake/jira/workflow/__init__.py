"""What an issue is and where it stands: types, statuses, priorities, resolutions, transitions."""
