await ParleydCommand.main()
