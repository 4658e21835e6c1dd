"""Which places bear this name? Never: which is meant? May import models and errors only."""
