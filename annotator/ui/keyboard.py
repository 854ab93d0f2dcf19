"""Which label key a key press means, whatever the keyboard layout.

On a French AZERTY keyboard the digits need Shift: the key marked 1 gives ``&``. Labels are pressed all day, so the
keys of the digit row count by where they are. Pure Python: no Qt.
"""

from __future__ import annotations

import sys

# What the unshifted digit row gives on French and Belgian keyboards.
_AZERTY_ROW = {"&": "1", "é": "2", '"': "3", "'": "4", "(": "5", "§": "6", "è": "7", "!": "8", "ç": "9"}
_AZERTY_ROW_PC = {"-": "6", "_": "8"}  # the PC variant differs from Apple's and the Belgian one in these
# Where the keys of the digit row are, as the system numbers them.
_SCAN_CODES = {
    "linux": {10 + index: str(index + 1) for index in range(9)},  # evdev codes, plus the 8 X11 adds
    "win32": {2 + index: str(index + 1) for index in range(9)},
}
_MAC_VIRTUAL_KEYS = {18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9"}


def digit_of(text: str, *, scan_code: int = 0, virtual_key: int = 0, platform: str = sys.platform) -> str | None:
    """Return the digit ``"1"`` to ``"9"`` a key press stands for, or None.

    Args:
        text: what the key press would type.
        scan_code: where the key is, as Qt's ``nativeScanCode`` gives it; 0 where it is not known.
        virtual_key: Qt's ``nativeVirtualKey``; only macOS needs it.
        platform: the system, as ``sys.platform`` names it.
    """
    if len(text) == 1 and text in "123456789":
        return text
    if platform == "darwin":
        return _MAC_VIRTUAL_KEYS.get(virtual_key) if virtual_key else _AZERTY_ROW.get(text)
    if scan_code:
        return _SCAN_CODES.get(platform, {}).get(scan_code)
    return _AZERTY_ROW.get(text) or _AZERTY_ROW_PC.get(text)
