"""What marketplaces show: offers, their history, and the tasks that collect them."""
