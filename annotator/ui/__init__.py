"""The window: the only place that speaks Qt."""
