import ArgumentParser

/// The whole command tree.
struct ParleyRoot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Resolve unpaid claims: from reminder to award",
    discussion: """
      Sign in with the code of your invitation, then see what waits on you.

      Examples:
        parley auth login --server localhost:8443
        parley today
        parley show 7k3q-m2xw
      """,
    version: VersionCommand.version,
    groupedSubcommands: [
      CommandGroup(
        name: "Disputes",
        subcommands: [
          DisputeFile.self, DisputeImport.self, DisputeToday.self, DisputeList.self,
          DisputeShow.self,
          DisputeBrief.self, DisputeSearch.self,
          DisputeHistory.self, DisputeWatch.self, DisputeRespond.self, DisputeImpasse.self,
          DisputeAssign.self, DisputeInvite.self, DisputeWithdraw.self, DisputeWriteOff.self,
          DisputeClose.self, DisputeReopen.self,
        ]),
      CommandGroup(
        name: "Parts of a dispute",
        subcommands: [
          DraftNoun.self, ContractNoun.self, EvidenceNoun.self, EmailNoun.self, CallNoun.self,
          NoteNoun.self, ReminderNoun.self, DemandNoun.self, OfferNoun.self, BidNoun.self,
          AgreementNoun.self, PlanNoun.self,
          MoneyNoun.self,
          MediationNoun.self, SessionNoun.self, ArbitrationNoun.self, LegalNoun.self,
          ApprovalNoun.self, WaiverNoun.self, ErasureNoun.self, HoldNoun.self, DeadlineNoun.self,
          AmendNoun.self, ContestNoun.self, BundleNoun.self,
        ]),
      CommandGroup(
        name: "You and this program",
        subcommands: [
          AuthNoun.self, ConfigNoun.self, ContextNoun.self, AdminNoun.self, Doctor.self,
          CompletionCommand.self, VersionCommand.self,
        ]),
    ])
}
