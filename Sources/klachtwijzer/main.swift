print("klachtwijzer")
