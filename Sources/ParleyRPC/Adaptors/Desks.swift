package import ParleyService

/// What every adaptor works with.
package struct Desks: Sendable {
  package let registrar: Registrar
  let changes: ChangeDesk
  let pages: PageDesk

  package init(registrar: Registrar) {
    self.registrar = registrar
    changes = ChangeDesk(registrar: registrar)
    pages = PageDesk(registrar: registrar)
  }
}
