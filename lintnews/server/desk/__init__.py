"""The desk page's side of the server: stories in, findings and the fact sheet out, as the page shows them."""
