/// One thing an ``EventLoop`` runs: a job of Swift's concurrency or a plain closure.
enum LoopWork: Sendable {
  case job(UnownedJob)
  case closure(@Sendable () -> Void)
}
