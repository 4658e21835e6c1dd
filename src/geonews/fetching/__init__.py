"""The only room that asks the network: an address in, what stands there out, within limits of place, time and size."""

from geonews.fetching.addresses import is_address
from geonews.fetching.fetch import Fetched, Rules, fetch

__all__ = ["Fetched", "Rules", "fetch", "is_address"]
