"""The transport against other implementations, and against what none of them sends."""
