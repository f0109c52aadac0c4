import ParleyCommands

await ParleyProgram.main()
