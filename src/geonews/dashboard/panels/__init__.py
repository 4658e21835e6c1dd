"""One small function a panel: rows in, widgets out. No panel knows another; ``page.py`` puts them in their places."""
