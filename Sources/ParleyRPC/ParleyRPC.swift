enum PlaceholderParleyRPC {}
