"""The command line. Nothing slow is imported before it is known to be needed."""

from __future__ import annotations

import sys

WRONG_USAGE, WRONG_FILES, INTERRUPTED, CLOSED = 2, 3, 130, 141


def main() -> None:
    """Run ``lintnews`` with the process's arguments, and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run ``lintnews`` with *arguments*; returns the exit status."""
    try:
        _open_streams()
        status = _run(arguments)
        if not sys.stdout.closed:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("lintnews: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        return _closed()
    except OSError as error:
        import errno

        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT) or error.filename:
            raise
        _closed()
        print(f"lintnews: the report can't be written: {error.strerror}", file=sys.stderr)
        return WRONG_USAGE
    except Exception as error:
        return _told(error)


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        from ..version import VERSION

        print(f"lintnews {VERSION}")
        return 0
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    if arguments[:1] == ["check"]:
        from .options import CheckOptions, read

        options = read(CheckOptions, arguments[1:])
        if options is not None:
            from .checking import check

            return check(options)
    from .app import app

    return int(app(arguments, prog_name="lintnews", standalone_mode=False) or 0)


def _told(error: Exception) -> int:
    """Say what is wrong with what the user gave; any other exception is a fault of ours, and raised."""
    from ..problem import LintnewsError
    from .wrong import UsageError

    if isinstance(error, UsageError):
        print(f"lintnews: {error}", file=sys.stderr)
        return WRONG_USAGE
    if isinstance(error, LintnewsError):
        print(error, file=sys.stderr)
        return WRONG_FILES
    if hasattr(error, "exit_code") and hasattr(error, "show"):
        error.show()
        return int(error.exit_code)
    raise error


def _open_streams() -> None:
    """Give streams that were closed before the start somewhere to lead: a report that goes nowhere is no fault of ours."""
    import os

    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(descriptor, "w", encoding="utf-8"))
            if descriptor != number:
                os.dup2(descriptor, number)


def _closed() -> int:
    """Nobody reads the report any more: end quietly, and keep Python from flushing into the closed pipe."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED
