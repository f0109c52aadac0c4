enum PlaceholderParleyClient {}
