"""geonews: news articles in, a map of sentences out."""
