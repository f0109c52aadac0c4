enum PlaceholderParleyWire {}
