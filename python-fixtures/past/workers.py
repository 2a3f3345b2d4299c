"""Running each job in a fresh copy of this process, under Python 2 as well."""

import multiprocessing
import os

_job = None


def forked(function, *arguments):
    """Calls it in a copy of this process and waits."""
    child = os.fork()
    if not child:
        try:
            function(*arguments)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        raise SystemExit("failed: %s" % (arguments,))


def in_own_process(function, names):
    """``function`` of each name, in order, each in a process of its own."""
    global _job
    # What is inherited by forking need not be pickled.
    _job = function
    fork = getattr(multiprocessing, "get_context", lambda method: multiprocessing)("fork")
    pool = fork.Pool(maxtasksperchild=1)
    try:
        return pool.map(_run, names, 1)
    finally:
        pool.terminate()


def _run(name):
    return _job(name)
