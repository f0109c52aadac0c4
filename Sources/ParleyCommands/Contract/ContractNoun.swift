import ArgumentParser

/// `parley contract`.
struct ContractNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "contract", "Contracts on register, before any dispute",
    [ContractRegister.self, ContractList.self, ContractShow.self, ContractForm.self])
}
