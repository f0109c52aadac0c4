"""The program that reads hostile files, asked from outside, and files to ask it about."""
