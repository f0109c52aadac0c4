final class DisputeCache: Sendable {}
