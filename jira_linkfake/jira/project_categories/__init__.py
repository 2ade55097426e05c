"""Categories, by which a site sorts its projects."""
