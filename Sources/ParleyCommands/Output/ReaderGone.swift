/// Nobody reads the output any more, as after `| head`: the command ends, and that is no failure.
struct ReaderGone: Error {}
