"""The imports that a project remembers: what came in when, the whole report of each, and how to take one back."""
