"""Keys of actions: which they are on which keyboard, how they are named, and the dialog that changes them."""
