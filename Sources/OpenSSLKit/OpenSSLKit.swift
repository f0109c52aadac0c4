enum PlaceholderOpenSSLKit {}
