"""A client of Parley made of nothing but the contracts and a stock gRPC library.

It shares no code with the product: what it can do, a stranger with `protos/` can do.
"""
