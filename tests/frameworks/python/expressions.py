"""Expressions of Python's own library, which CPython and the interpreter both evaluate."""

SETUP = r"""
import math, itertools, operator, functools, collections, collections.abc, copy, string
import re, os, os.path, pathlib, sys, random
import textwrap, json, struct, ast, hashlib, uuid, unicodedata, base64
import shlex, fnmatch, html, zlib, difflib, types, typing, dataclasses
import enum
import contextlib, heapq, bisect, statistics, numbers, fractions, decimal, inspect
import concurrent.futures, threading, queue, multiprocessing
import datetime, time, weakref, io, csv, importlib, importlib.util
from pathlib import Path
from collections import OrderedDict as OD, UserDict as UD, UserList as UL
from typing import cast, Generic, TypeVar, NamedTuple, TypedDict, NewType, Protocol, overload, Optional

@functools.lru_cache(maxsize=None)
def cached(n):
    return n * 2
@functools.cache
def cached1(n):
    return n * 2
def deco(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs) + 1
    return inner
@deco
def wrapped(x):
    return x * 10
class Circle:
    def __init__(self, radius):
        self.radius = radius
    @functools.cached_property
    def area(self):
        return self.radius ** 2
@functools.total_ordering
class Ordered:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n
    def __lt__(self, other):
        return self.n < other.n
@functools.singledispatch
def single(x):
    return 'other'
@single.register
def _(x: int):
    return 'int'
@single.register(list)
def _(x):
    return 'list'
class Cell:
    def set_state(self, state):
        return state
    set_alive = functools.partialmethod(set_state, True)
@functools.partial(functools.partial, k=2)
def partial_of(x, k):
    return x * k
shared = [1, 2]
shared2 = [1, 2]
def moved():
    d = OD(a=1, b=2); d.move_to_end('a'); return list(d)
def moved_first():
    d = OD(a=1, b=2); d.move_to_end('b', last=False); return list(d)
def popped_last():
    d = OD(a=1, b=2); return d.popitem(), list(d)
def popped_first():
    d = OD(a=1, b=2); return d.popitem(last=False), list(d)
def dd():
    d = collections.defaultdict(int)
    for c in 'aab':
        d[c] += 1
    return d
def dd_list():
    d = collections.defaultdict(list); d['a'].append(1); d['a'].append(2); return d['a'], len(d), 'b' in d
def counter_update():
    c = collections.Counter(); c.update('aab'); c['a'] += 1; return dict(c)
def deque_append():
    d = collections.deque(maxlen=2)
    for i in range(4):
        d.append(i)
    return list(d)
def deque_left():
    d = collections.deque([1, 2], 2); d.appendleft(0); d.popleft(); return list(d)
def deque_rotate():
    d = collections.deque([1, 2, 3]); d.rotate(1); d.extendleft([8, 9]); return list(d)
P = collections.namedtuple('P', 'x y', defaults=[7])
def copies():
    a = [[1], 2]; b = copy.copy(a); b.append(3); b[0].append(5); return a, b
def deep_alias():
    inner = [1]; a = [inner, inner]; b = copy.deepcopy(a); b[0].append(2); return a, b, b[0] is b[1]
class Holder:
    def __init__(self):
        self.n = 1; self.items = [1]
    def get(self):
        return self.n
def deep_instance():
    a = Holder(); b = copy.deepcopy(a); b.n = 2; b.items.append(9); return a.n, a.items, b.n, b.items, type(b) is Holder
def shallow_instance():
    a = Holder(); b = copy.copy(a); b.n = 2; b.items.append(9); return a.n, a.items, b.n, b.items
class Custom:
    def __init__(self, n):
        self.n = n
    def __deepcopy__(self, memo):
        return Custom(self.n + 1)
    def __copy__(self):
        return Custom(self.n + 2)
def deep_custom():
    return copy.deepcopy(Custom(1)).n, copy.copy(Custom(1)).n
def shuffled():
    a = [1, 2, 3]; random.shuffle(a); return len(a)
def namespace_set():
    n = types.SimpleNamespace(**{'a': 1}); n.b = 2; return n.a + n.b, hasattr(n, 'c'), getattr(n, 'c', 5)
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value
G = Box
class NT(NamedTuple):
    a: int
    b: str = 'x'
    def total(self):
        return self.a + 1
class TD(TypedDict, total=False):
    a: int
NewInt = NewType('NewInt', int)
class Proto(Protocol):
    def size(self) -> int: ...
class UserProto(Proto):
    def size(self):
        return 3
@overload
def OverD(x: int) -> int: ...
@overload
def OverD(x: str) -> str: ...
def OverD(x):
    return x
@dataclasses.dataclass
class DC:
    a: int
    b: int = 2
    c: list = dataclasses.field(default_factory=list)
    twice: int = dataclasses.field(init=False, default=0)
    def __post_init__(self):
        self.twice = self.a * 2
class Color(enum.Enum):
    RED = 1
    GREEN = 2
class Mode(str, enum.Enum):
    TRAIN = 'train'
    TEST = 'test'
class Num(enum.IntEnum):
    ONE = 1
    TWO = 2
class Auto(enum.Enum):
    A = enum.auto()
    B = enum.auto()
log = []
@contextlib.contextmanager
def managed(x):
    log.append('in')
    try:
        yield x + 1
    finally:
        log.append('out')
def with_managed():
    log.clear()
    with managed(3) as y:
        log.append(y)
    return list(log)
def with_null():
    with contextlib.nullcontext(4) as y:
        pass
    with contextlib.nullcontext() as z:
        pass
    return y, z
def with_suppress():
    with contextlib.suppress(KeyError):
        a = 3
    return a
def with_stack():
    with contextlib.ExitStack() as stack:
        a = stack.enter_context(managed(3))
    return a
class Closer:
    def __init__(self):
        self.n = 3
    def close(self):
        self.n = 0
def with_closing():
    c = Closer()
    with contextlib.closing(c) as d:
        a = d.n
    return a, c.n
class Manager:
    def __enter__(self):
        return 5
    def __exit__(self, *a):
        return False
def with_class():
    with Manager() as m:
        pass
    return m
def heap():
    h = []
    for i in [3, 1, 2]:
        heapq.heappush(h, i)
    return h
def heap_pop():
    h = [3, 1, 2]; heapq.heapify(h); return heapq.heappop(h), h
def insort():
    a = [1, 3]; bisect.insort(a, 2); return a
def func(a, b=3, *args, c, **kw):
    pass
def pool_map():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda x: x + 1, [1, 2]))
def pool_submit():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return pool.submit(pow, 2, 3).result()
def thread_ran():
    out = []
    t = threading.Thread(target=out.append, args=(3,)); t.start(); t.join()
    return out
def queue_fifo():
    q = queue.Queue(); q.put(1); q.put(2); return q.get(), q.get(), q.empty()
def queue_size():
    q = queue.Queue(maxsize=3); q.put(1); return q.qsize()
def queue_prio():
    q = queue.PriorityQueue(); q.put(2); q.put(1); return q.get()
keep = Holder()
def stringio():
    s = io.StringIO(); s.write('ab'); return s.getvalue()
"""
"""What the expressions use."""

CLAIMED = {
    "math": r"""
        math.gcd(12, 18)
        math.gcd(12, 18, 8)
        math.lcm(4, 6)
        math.isqrt(50)
        math.comb(5, 2)
        math.perm(5, 2)
        math.factorial(6)
        math.ceil(7 / 2)
        math.floor(-7 / 2)
        math.trunc(-3.7)
        math.prod([2, 3, 4])
        math.prod([2, 3], start=5)
        math.log2(1024)
        int(math.log2(64))
        math.log(8, 2)
        math.sqrt(16)
        math.pow(2, 3)
        math.hypot(3, 4)
        math.modf(3.5)
        math.frexp(8.0)
        math.fsum([0.1] * 10)
        math.inf > 10**9
        math.isclose(0.1 + 0.2, 0.3)
        math.pi
        math.copysign(3, -1)
        math.dist([0, 0], [3, 4])
        math.fmod(7, 3)
        math.degrees(math.pi)
        math.ceil(512 / 7)
        math.floor(3)
        math.exp(0)
    """,
    "itertools": r"""
        list(itertools.product([1, 2], 'ab'))
        list(itertools.product([0, 1], repeat=3))
        list(itertools.permutations([1, 2, 3]))
        list(itertools.permutations([1, 2, 3], 2))
        list(itertools.combinations('abc', 2))
        list(itertools.combinations_with_replacement('ab', 2))
        list(itertools.accumulate([1, 2, 3]))
        list(itertools.accumulate([1, 2, 3], initial=10))
        list(itertools.accumulate([1, 2, 3], operator.mul))
        list(itertools.accumulate([3, 1, 2], max))
        list(itertools.accumulate([1, 2, 3], lambda a, b: a * b))
        list(itertools.chain([1], (2, 3), 'a'))
        list(itertools.chain.from_iterable([[1], [2, 3]]))
        list(itertools.chain(*[[1], [2]]))
        list(itertools.islice([1, 2, 3, 4], 2))
        list(itertools.islice([1, 2, 3, 4], 1, None, 2))
        list(itertools.islice(itertools.count(5), 3))
        list(itertools.islice(itertools.count(10, 5), 2, 4))
        list(itertools.islice(itertools.cycle([1, 2]), 5))
        list(zip([7, 8], itertools.count()))
        list(zip(itertools.count(1), 'ab'))
        list(zip('abc', itertools.cycle([0, 1])))
        list(zip([1, 2], itertools.repeat('x')))
        list(itertools.repeat(3, 2))
        list(itertools.zip_longest([1, 2], [3]))
        list(itertools.zip_longest([1, 2], [3], fillvalue=0))
        [(k, list(g)) for k, g in itertools.groupby([1, 1, 2])]
        [(k, len(list(g))) for k, g in itertools.groupby('aab', key=lambda c: c)]
        list(itertools.starmap(pow, [(2, 3), (3, 2)]))
        [list(i) for i in itertools.tee([1, 2])]
        list(itertools.pairwise([1, 2, 3]))
        list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1]))
        list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1]))
        list(itertools.filterfalse(lambda x: x % 2, [1, 2, 3, 4]))
        list(itertools.filterfalse(None, [0, 1]))
        list(itertools.compress('abc', [1, 0, 1]))
        next(itertools.count(4))
        next(itertools.cycle('xy'))
        sum(1 for _ in itertools.product(range(3), repeat=2))
        [a for a, _ in zip(range(3), itertools.cycle([1]))]
    """,
    "functools": r"""
        functools.partial(pow, 2)(5)
        functools.partial(int, base=2)('101')
        functools.partial(pow, 2).args
        functools.partial(int, base=2).keywords
        functools.partial(pow, 2).func(3, 2)
        functools.reduce(lambda a, b: a + b, [1, 2, 3])
        functools.reduce(operator.mul, [1, 2, 3], 4)
        functools.reduce(max, [3, 1, 2])
        cached(4)
        cached1(4)
        wrapped(3)
        wrapped.__name__
        Circle(3).area
        Ordered(1) <= Ordered(2)
        Ordered(2) > Ordered(1)
        single('a')
        single(3)
        single([1])
        Cell().set_alive()
        functools.partial(functools.partial(pow, 2), 3)()
        partial_of(3)
    """,
    "operator": r"""
        operator.add(2, 3)
        operator.sub(2, 3)
        operator.mul(2, 3)
        operator.truediv(6, 3)
        operator.floordiv(7, 2)
        operator.mod(7, 2)
        operator.neg(3)
        operator.pos(3)
        operator.inv(3)
        operator.abs(-3)
        operator.not_(0)
        operator.truth([1])
        operator.is_(None, None)
        operator.is_not(None, 1)
        operator.contains([1, 2], 2)
        operator.countOf([1, 2, 2], 2)
        operator.indexOf([1, 2], 2)
        operator.index(3)
        operator.getitem([1, 2], 1)
        operator.itemgetter(1)([5, 6])
        operator.itemgetter(0, 2)([5, 6, 7])
        operator.itemgetter('a')({'a': 1})
        operator.attrgetter('radius')(Circle(3))
        operator.methodcaller('upper')('a')
        operator.methodcaller('split', ',')('a,b')
        operator.lt(1, 2)
        operator.eq('a', 'a')
        operator.and_(True, False)
        operator.lshift(1, 3)
        operator.rshift(8, 2)
        operator.concat([1], [2])
        operator.iadd([1], [2])
        operator.pow(2, 5)
        operator.length_hint([1, 2])
        operator.setitem(shared, 0, 9) or shared
        operator.delitem(shared2, 0) or shared2
        operator.call(lambda x: x + 1, 2) if hasattr(operator, 'call') else 3
    """,
    "collections": r"""
        list(OD([('a', 1), ('b', 2)]).keys())
        dict(OD(a=1, b=2))
        moved()
        moved_first()
        popped_last()
        popped_first()
        dict(dd())
        dd_list()
        dict(collections.Counter('aab'))
        collections.Counter('aab').most_common(1)
        collections.Counter('aabbb').most_common()
        collections.Counter(a=2, b=1).total() if hasattr(collections.Counter, 'total') else 3
        sorted(collections.Counter(a=2, b=1).elements())
        collections.Counter({'a': 3})['a']
        collections.Counter('ab')['z']
        dict(collections.Counter('aab') + collections.Counter('ab'))
        dict(collections.Counter('aab') - collections.Counter('ab'))
        counter_update()
        list(collections.deque([1, 2, 3], maxlen=2))
        deque_append()
        deque_left()
        deque_rotate()
        len(collections.deque(maxlen=3))
        collections.deque([1, 2]).maxlen
        collections.deque([1], maxlen=4).maxlen
        collections.deque([1, 2])[0]
        collections.deque([1, 2])[-1]
        list(reversed(collections.deque([1, 2])))
        P(1, 2).x
        P(1, y=2)
        P(1)._replace(x=5)
        P(1)._asdict()
        P._fields
        P._field_defaults
        P._make([3, 4])
        P(1) == (1, 7)
        len(P(1))
        P(1)[1]
        tuple(P(1))
        [*P(1)]
        isinstance(P(1), tuple)
        isinstance(P(1), P)
        P(1).index(7)
        P(3) + (1,)
        collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})['a']
        collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})['b']
        sorted(collections.ChainMap({'a': 1}, {'b': 3}))
        len(collections.ChainMap({'a': 1}, {'b': 3}))
        'b' in collections.ChainMap({'a': 1}, {'b': 3})
        collections.ChainMap({'a': 1}, {'b': 3}).get('c', 4)
        dict(collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}))
        UD(a=1)['a']
        len(UD({'a': 1}))
        'a' in UD(a=1)
        UL([1, 2])[0]
        len(UL([1, 2]))
        isinstance([], collections.abc.Iterable)
        isinstance({}, collections.abc.Mapping)
        isinstance('a', collections.abc.Sequence)
        isinstance(3, collections.abc.Iterable)
        isinstance(lambda: 1, collections.abc.Callable)
        isinstance((1,), collections.abc.Sequence)
        isinstance(OD(), dict)
        isinstance(collections.defaultdict(int), dict)
        OD(a=1) == OD(a=1)
        OD(a=1) == {'a': 1}
        next(iter(OD(a=1)))
        list(OD(a=1, b=2).items())[-1]
        list(reversed(OD(a=1, b=2)))
    """,
    "copy": r"""
        copies()
        deep_alias()
        deep_instance()
        shallow_instance()
        deep_custom()
        copy.copy([1, 2])
        copy.deepcopy({'a': [1]})
        copy.copy((1, 2))
        copy.deepcopy('a')
        copy.deepcopy({1, 2})
        copy.copy({'a': 1})
        copy.deepcopy(P(1))
    """,
    "string": r"""
        string.ascii_lowercase[:3]
        len(string.printable)
        string.Template('$a b').substitute(a=1)
        string.capwords('a b')
    """,
    "re": r"""
        re.match(r'(\d+)x(\d+)', '3x4').group(1)
        re.match(r'(\d+)x(\d+)', '3x4').groups()
        int(re.search(r'\d+', 'res50').group())
        re.search(r'\d+', 'res50').group(0)
        re.search(r'\d+', 'res50')[0]
        re.search(r'\d+', 'res50').start()
        re.search(r'\d+', 'res50').span()
        re.match('a', 'b') is None
        bool(re.match('a', 'ab'))
        re.findall(r'\d+', 'a1b22')
        re.findall(r'(\w)(\d)', 'a1 b2')
        re.sub(r'\d', '', 'a1b2')
        re.sub('a', lambda m: m.group().upper(), 'banana')
        re.split(r'[_,]', 'a_b,c')
        re.compile(r'\d+').findall('1 22')
        re.compile(r'(?P<n>\d+)').search('a12').group('n')
        re.compile(r'(?P<n>\d+)').match('12').groupdict()
        re.fullmatch('a+', 'aaa') is not None
        [m.group() for m in re.finditer(r'\d', '1a2')]
        re.compile('a', re.IGNORECASE).match('A') is not None
        re.match('A', 'a', re.I) is not None
        re.escape('a.b')
        re.subn('a', 'b', 'aa')
        re.compile('x').sub('y', 'axa')
        re.compile(r'\s+').split('a b  c')
        re.compile('abc').pattern
    """,
    "paths": r"""
        os.path.join('a', 'b', 'c.py')
        os.path.basename('a/b.py')
        os.path.dirname('a/b.py')
        os.path.splitext('a/b.py')
        os.path.splitext('a/b.py')[0]
        os.path.split('a/b')
        os.path.normpath('a/../b')
        os.path.isabs('/a')
        os.path.commonpath(['a/b', 'a/c'])
        os.path.relpath('/a/b', '/a')
        os.sep
        os.path.sep
        str(Path('a') / 'b')
        str('x' / Path('b'))
        Path('a/b.tar.gz').stem
        Path('a/b.tar.gz').suffix
        Path('a/b.tar.gz').suffixes
        Path('a/b.py').name
        str(Path('a/b.py').parent)
        Path('a/b/c.py').parts
        str(Path('a/b.py').with_suffix('.txt'))
        str(Path('a/b.py').with_name('c'))
        str(Path('a/b.py').with_stem('c'))
        str(Path('a').joinpath('b', 'c'))
        Path('a/b').as_posix()
        Path('/a/b').is_absolute()
        [str(p) for p in Path('a/b/c').parents]
        str(Path('a/b/c').relative_to('a'))
        Path('a') == Path('a')
        os.fspath(Path('a'))
        isinstance(Path('a'), pathlib.Path)
        isinstance(Path('a'), os.PathLike)
        Path('a/b.py').match('*.py')
        os.path.join(Path('a'), 'b')
    """,
    "system": r"""
        sys.version_info[0]
        sys.version_info >= (3, 6)
        sys.version_info.major
        sys.version_info > (3,)
        sys.maxsize > 2**32
        sys.version_info < (3, 0)
        sys.version_info[:2] >= (3, 7)
        sys.float_info.epsilon
        sys.float_info.max
    """,
    "random": r"""
        len(random.sample(range(10), 3))
        len(random.choices([1, 2], k=4))
        shuffled()
        random.randint(1, 1)
        random.randint(2, 5) >= 2
        random.randint(2, 5) <= 5
        random.randrange(4) < 4
        random.choice([7])
        random.choice([1, 2]) > 0
        0 <= random.uniform(0, 1) <= 1
    """,
    "texts": r"""
        textwrap.dedent('  a')
        textwrap.indent('a', ' ')
        textwrap.wrap('a b c', 3)
        textwrap.shorten('hello world', 8)
        json.dumps({'a': 1})
        json.dumps([1, 2], indent=2)
        json.loads('{"a": [1, 2.5, null, true]}')
        json.loads('[1, 2]')[0]
        json.loads(json.dumps({'a': (1, 2)}))
        struct.calcsize('iif')
        struct.pack('>I', 3)
        struct.unpack('>I', b'\x00\x00\x00\x03')
        struct.unpack('>II', b'\x00\x00\x00\x03\x00\x00\x00\x01')[0]
        ast.literal_eval('[1, 2]')
        ast.literal_eval("{'a': 1}")
        len(hashlib.md5(b'a').hexdigest())
        len(str(uuid.uuid4()))
        unicodedata.normalize('NFC', 'a')
        base64.b64encode(b'a')
        base64.b64decode('YQ==')
        shlex.split('a "b c"')
        fnmatch.fnmatch('a.py', '*.py')
        fnmatch.filter(['a.py', 'b'], '*.py')
        html.escape('<')
        zlib.crc32(b'a')
        difflib.get_close_matches('appel', ['apple', 'x'])
    """,
    "types": r"""
        types.SimpleNamespace(a=1).a
        vars(types.SimpleNamespace(a=1))
        types.MethodType(lambda self, x: x + self.n, Holder())(2)
        isinstance(lambda: 1, types.FunctionType)
        isinstance(Holder().get, types.MethodType)
        types.MappingProxyType({'a': 1})['a']
        isinstance(None, types.NoneType)
        namespace_set()
    """,
    "typing": r"""
        cast(int, 3)
        G[int](3).value
        Box(3).value
        NT(1).a
        NT(1)
        NT(1).b
        NT(1)._asdict()
        NT(1).total()
        TD(a=1)['a']
        TD(a=1)
        NewInt(3)
        typing.TYPE_CHECKING
        isinstance([], typing.Sequence)
        isinstance({}, typing.Mapping)
        UserProto().size()
        typing.get_args(typing.Literal['a', 'b'])
        typing.get_args(typing.Union[int, None])[0] is int
        typing.get_origin(typing.List[int]) is list
        typing.get_args(typing.Tuple[int, str])[1] is str
        NT._fields
        OverD(3)
        isinstance(NT(1), NT)
        Optional[int] is not None
    """,
    "dataclasses": r"""
        DC(1).b
        DC(1, 5).b
        DC(1).c
        dataclasses.asdict(DC(1))
        dataclasses.astuple(DC(1))
        dataclasses.replace(DC(1), a=4).a
        [f.name for f in dataclasses.fields(DC)]
        DC(1) == DC(1)
        DC(1) == DC(2)
        dataclasses.is_dataclass(DC)
        dataclasses.is_dataclass(3)
        DC(1).twice
        [f.default for f in dataclasses.fields(DC)][1]
    """,
    "enum": r"""
        Color.RED.value
        Color.RED.name
        Color['RED'].value
        Color(1).name
        [c.name for c in Color]
        len(Color)
        Color.RED is Color.RED
        Color.RED == Color.GREEN
        Mode.TRAIN == 'train'
        Mode('train').name
        Num.TWO + 1
        Auto.B.value
        isinstance(Color.RED, Color)
        Color.RED in (Color.RED, Color.GREEN)
        list(Color.__members__)
        Color.RED in {Color.RED: 1}
        {Color.RED: 5}[Color.RED]
        Mode.TRAIN.upper()
    """,
    "contextlib": r"""
        with_managed()
        with_null()
        with_suppress()
        with_stack()
        with_closing()
        with_class()
    """,
    "sorting": r"""
        heap()
        heapq.nlargest(2, [1, 3, 2])
        heapq.nsmallest(2, [1, 3, 2])
        heap_pop()
        bisect.bisect([1, 3, 5], 3)
        bisect.bisect_left([1, 3, 5], 3)
        bisect.bisect_right([1, 3, 5], 4)
        insort()
        statistics.mean([1, 2, 3])
        statistics.median([3, 1, 2])
        statistics.stdev([1, 2, 3])
        statistics.mode([1, 1, 2])
        statistics.fmean([1.0, 2.0])
        statistics.pvariance([1, 2, 3])
    """,
    "numbers": r"""
        isinstance(3, numbers.Number)
        isinstance(3, numbers.Integral)
        isinstance(2.5, numbers.Real)
        isinstance('a', numbers.Number)
        isinstance(True, numbers.Integral)
        fractions.Fraction(1, 2) + 1 == 1.5
        float(decimal.Decimal('1.5'))
        float(fractions.Fraction(1, 4))
        int(decimal.Decimal('3'))
        fractions.Fraction(3, 4).numerator
    """,
    "inspect": r"""
        list(inspect.signature(func).parameters)
        list(inspect.signature(func).parameters.keys())
        len(inspect.signature(func).parameters)
        'b' in inspect.signature(func).parameters
        inspect.signature(func).parameters['b'].default
        inspect.signature(func).parameters['a'].default is inspect.Parameter.empty
        inspect.isclass(Holder)
        inspect.isfunction(func)
        inspect.isclass(3)
        list(inspect.signature(Holder.get).parameters)
        inspect.getfullargspec(func).args
        list(inspect.signature(Circle.__init__).parameters)
        list(inspect.signature(Circle).parameters)
        [p.name for p in inspect.signature(func).parameters.values()]
    """,
    "processes": r"""
        list(pool_map())
        pool_submit()
        thread_ran()
        queue_fifo()
        queue_size()
        os.cpu_count() is not None
    """,
    "datetime": r"""
        datetime.date(2020, 1, 2).year
        datetime.timedelta(days=2).days
        datetime.timedelta(hours=2).total_seconds()
        datetime.datetime(2020, 1, 2, 3).hour
        (datetime.date(2020, 1, 3) - datetime.date(2020, 1, 1)).days
        datetime.datetime(2020, 1, 2).strftime('%Y')
        datetime.datetime.strptime('2020', '%Y').year
    """,
    "weak": r"""
        weakref.ref(keep)() is keep
        weakref.proxy(keep).n
    """,
    "io": r"""
        io.StringIO('a\nb').read()
        stringio()
        io.BytesIO(b'ab').read()
        len(io.BytesIO(b'abc').getvalue())
        list(csv.reader(io.StringIO('a,b\n1,2')))
        list(csv.reader(['a,b', '1,2']))
    """,
    "importlib": r"""
        importlib.import_module('math').gcd(4, 6)
    """,
}
"""Expressions whose value the interpreter must know, by what they are about: one a line."""

OPEN = {
    "functools": r"""
        sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
    """,
    "paths": r"""
        f'{Path("a") / "b"}'
        os.path.exists(str(Path('a'))) in (True, False)
    """,
    "system": r"""
        len(os.environ.get('PATH_X', '')) >= 0
        sys.byteorder
        sys.getrecursionlimit() > 0
    """,
    "random": r"""
        random.random() < 1
    """,
    "texts": r"""
        int.from_bytes(b'\x01\x00', 'big')
        (5).bit_length()
        (2.0).is_integer()
    """,
    "types": r"""
        types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1)
        isinstance(len, types.BuiltinFunctionType)
        isinstance(math, types.ModuleType)
        isinstance((i for i in [1]), types.GeneratorType)
    """,
    "typing": r"""
        (int | None) is not None
    """,
    "dataclasses": r"""
        repr(DC(1))
    """,
    "sorting": r"""
        list(heapq.merge([1, 3], [2]))
    """,
    "processes": r"""
        queue_prio()
        multiprocessing.cpu_count() > 0
    """,
    "datetime": r"""
        time.time() > 0
    """,
    "importlib": r"""
        __import__('math').gcd(4, 6)
        importlib.util.find_spec('math') is not None
    """,
}
"""Expressions whose value it need not know; what it claims must be right."""
