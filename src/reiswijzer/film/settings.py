"""What ffmpeg is asked for: part of what a film is made from, and readable without the packages of `encode`."""

EXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1")
COLOUR = ("-vf", "scale=in_range=pc:out_range=tv:out_color_matrix=bt709,format=yuv420p", "-colorspace", "bt709",
          "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")  # fmt: skip
# What asks for more than maxrate is too busy to look at, too: then draw less that moves.
SHARP = ("-c:v", "libx264", "-preset", "slow", "-tune", "animation", "-crf", "28", "-maxrate", "800k",
         "-bufsize", "2400k", "-g", "250", "-threads", "2")  # fmt: skip
SOUND_RATE = 64_000
"""Bits a second of the voice, where there is one."""
# Mapped by name: a cover picture in the sound file would otherwise be taken for the film.
SOUND = ("-map", "0:v", "-map", "1:a", "-c:a", "aac", "-b:a", str(SOUND_RATE), "-ac", "1")
STILL = ("-frames:v", "1", "-q:v", "6", "-pix_fmt", "yuvj420p")


def fingerprint() -> str:
    """Return all settings as one text."""
    return " ".join([*EXACT, *COLOUR, *SHARP, *SOUND, *STILL])
