//===- main.cpp - The program `adze` --------------------------------------===//

#include "adze/Driver/Driver.h"

int main(int argc, char **argv) { return adze::runDriver(argc, argv); }
