enum PlaceholderParleyDomain {}
