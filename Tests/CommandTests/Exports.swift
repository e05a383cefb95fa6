// Nearly every test here runs the built program in a workspace.
@_exported import TestWorkspaces
