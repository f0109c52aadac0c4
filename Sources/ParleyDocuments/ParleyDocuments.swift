enum PlaceholderParleyDocuments {}
