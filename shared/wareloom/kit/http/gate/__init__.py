"""A proxy on this machine that a browser's every connection goes through: the guard decides, not the browser."""
