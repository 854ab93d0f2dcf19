"""The window. The only package that may import Qt."""

# PySide6 reads the source of every module that is imported after it, in search of its own name. What needs no Qt
# comes first: that is a tenth of the time until the window is painted.
import platformdirs  # noqa: F401

import annotator.app.demo
import annotator.app.session
import annotator.app.settings  # noqa: F401
