enum PlaceholderGRPCNGHTTP2 {}
