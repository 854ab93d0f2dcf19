"""What a person chooses once and for all: how the window looks, the language it speaks, the name they go by."""
