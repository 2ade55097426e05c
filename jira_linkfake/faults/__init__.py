"""What is made to go wrong between a client and the site: a fault decides, and each door renders it."""
