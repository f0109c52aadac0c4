enum PlaceholderDocketChain {}
