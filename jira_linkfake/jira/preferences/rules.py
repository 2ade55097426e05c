"""A user's own preferences: reading, setting and deleting them."""

from __future__ import annotations

from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.preferences.refusals import LocaleUnknown, PreferenceInvalid, PreferenceUnknown
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site

LOCALE = "jira.user.locale"
_LONGEST = 255
# What a preference of Jira's own is unless somebody sets it, as the reference has it.
_DEFAULTS = {
    "user.notifications.mimetype": "html",
    "user.default.share.private": "true",
    "user.keyboard.shortcuts.disabled": "false",
}
# The languages of a Cloud site.
_LOCALES = frozenset(
    [
        "cs_CZ",
        "da_DK",
        "de_DE",
        "en_UK",
        "en_US",
        "es_ES",
        "et_EE",
        "fi_FI",
        "fr_FR",
        "hu_HU",
        "is_IS",
        "it_IT",
        "ja_JP",
        "ko_KR",
        "nl_NL",
        "no_NO",
        "pl_PL",
        "pt_BR",
        "pt_PT",
        "ro_RO",
        "ru_RU",
        "sk_SK",
        "sv_SE",
        "th_TH",
        "tr_TR",
        "uk_UA",
        "vi_VN",
        "zh_CN",
        "zh_TW",
    ]
)
_DEFAULT_LOCALE = "en_US"


def read_preference(site: Site, user: User, key: str) -> str:
    """Return a user's preference; raises `Refused` for one that nobody has set and that has no default."""
    value = site.preferences.get(user.account_id, {}).get(key, _DEFAULTS.get(key))
    if value is None:
        raise Refused(PreferenceUnknown(key=key))
    return value


def set_preference(site: Site, user: User, key: str, value: str) -> None:
    """Set a user's preference; raises `Refused` for a key or a value that is empty or too long."""
    for what, text in (("key", key), ("value", value)):
        if not 1 <= len(text) <= _LONGEST:
            raise Refused(PreferenceInvalid(what=what, length=len(text), most=_LONGEST))
    site.preferences.setdefault(user.account_id, {})[key] = value


def delete_preference(site: Site, user: User, key: str) -> None:
    """Delete a preference that the user has set; one of Jira's own has its default again."""
    own = site.preferences.get(user.account_id, {})
    if key not in own:
        raise Refused(PreferenceUnknown(key=key))
    del own[key]


def locale_of(site: Site, caller: Caller) -> str:
    """Return the caller's language, which is the site's unless they have set another."""
    own = {} if caller is None else site.preferences.get(caller.account_id, {})
    return own.get(LOCALE, _DEFAULT_LOCALE)


def set_locale(site: Site, user: User, locale: str) -> None:
    """Set a user's language; raises `Refused` for one that the site does not have."""
    if locale not in _LOCALES:
        raise Refused(LocaleUnknown(locale=locale))
    set_preference(site, user, LOCALE, locale)
