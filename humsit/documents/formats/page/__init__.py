"""A web page: its pieces of text, which of them are the article's, its tables as rows, and what it says of itself."""
