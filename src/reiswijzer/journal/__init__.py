"""What the reader did, kept: for now the state of one exercise as text (`document`), written by type (`codec`)."""
