"""A web address → the article's address: without tracking, without the phone's or AMP's copy of the page."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# Query parameters that say where a reader came from and never which article: the lists of Firefox's query
# stripping and ClearURLs' global rules, and what large papers add (smid, CMP, ocid, xtor, guccounter).
_TRACKING = re.compile(
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|"
    r"li_fat_id|mc_cid|mc_eid|mkt_tok|vero_id|vero_conv|oly_anon_id|oly_enc_id|rb_clickid|s_cid|"
    r"cmpid|cmp|icid|ocid|ncid|xtor|smid|smtyp|emc|partner|guccounter|guce_referrer|"
    r"guce_referrer_sig|ref|ref_src|ref_url|referrer|referer|share|sr_share|via|feature|spm|"
    r"taid|sh|leadsource|rss|amp"
)
_TRACKING_FAMILY = re.compile(r"(?:utm|pk|piwik|mtm|matomo|hsa|at|ns|wt|stm|itm|ga|ito|fb)_|__?hs")
_AMP_VALUES = {("output", "amp"), ("outputtype", "amp"), ("outputtype", "amp-type"), ("view", "amp")}
_HOSTS = re.compile(r"^(?:(?:www\d?|m|mobile|amp|touch)\.)+(?=[^.]+\.)")
_PORT = re.compile(r":(?:80|443)?$")
_CACHE = re.compile(r"^/(?:c|v|amp)(?:/s)?/(?P<page>[^/]+\.[^/]+/.*)$")
_AMP_PATH = re.compile(r"/amp(?=/|$)|\.amp(?=\.html?$|$)|(?<=/)index\.(?:html?|php)$")


def address(url: str | None) -> str | None:
    """What two addresses of one article have in common; `None` for none and for a site's front page.

    The scheme and the fragment do not count, nor does the order of the query.
    """
    if not url:
        return None
    parts = urlsplit(url)
    host = _PORT.sub("", parts.netloc.rpartition("@")[2].lower())
    cached = _CACHE.match(parts.path)
    if cached and (host.endswith(".cdn.ampproject.org") or _is_search_engine(host)):
        return address(f"https://{cached['page']}?{parts.query}")
    asked = parse_qsl(parts.query, keep_blank_values=True)
    query = sorted((name, value) for name, value in asked if not _tracks(name, value))
    path = _AMP_PATH.sub("", unquote(parts.path)).rstrip("/")
    if not path and not query:
        return None
    return _HOSTS.sub("", host) + path + (f"?{urlencode(query)}" if query else "")


def _is_search_engine(host: str) -> bool:
    return host.removeprefix("www.").partition(".")[0] in ("google", "bing")


def _tracks(name: str, value: str) -> bool:
    low = name.lower()
    known = _TRACKING.fullmatch(low) or _TRACKING_FAMILY.match(low)
    return known is not None or (low, value.lower()) in _AMP_VALUES
