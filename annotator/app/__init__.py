"""The façade both front ends hold."""
