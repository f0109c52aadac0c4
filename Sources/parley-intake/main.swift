import Glibc
import IntakeReading

exit(Intake.run(CommandLine.arguments))
