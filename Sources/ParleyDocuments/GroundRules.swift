/// The rules all who mediate sign before the mediation begins (T10).
package enum GroundRules {
  /// The text in force. A change of one character makes another document, with another hash; the
  /// hash each side signed stands in the docket.
  package static let text = """
    GROUND RULES OF THE MEDIATION

    1. Taking part is voluntary. Either side may end the mediation at any time before a settlement
       is signed, without giving a reason.
    2. What is said, written or shown for the mediation stays in the mediation. Nobody may cite it
       in an arbitration or before a court, save where the law allows it.
    3. A document that existed before, or that can be had elsewhere, does not become secret because
       it was shown in the mediation.
    4. The mediator may meet each side alone. That such a meeting took place is told to both; what
       was said in it is told to the other side only by leave of the side that said it.
    5. The mediator decides nothing and later reports four things only: whether the mediation took
       place, whether it has ended, whether a settlement was reached, and who attended.
    6. The mediator will not serve as arbitrator in the same matter.
    7. A settlement binds when every side has signed the same text, and not before.

    """
}
