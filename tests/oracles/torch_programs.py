"""Programs over the parts of torch that take functions, distributions and data sets; each name is compared."""

from __future__ import annotations

PROGRAMS = {
    "func": """
import torch
from torch.func import functionalize, grad, grad_and_value, hessian, jacfwd, jacrev, jvp, linearize, vjp, vmap
def square(x): return (x ** 2).sum()
def affine(w, x): return w @ x
x, w = torch.randn(3), torch.randn(2, 3)
g = grad(square)(x)
gv, v = grad_and_value(square)(x)
j = jacrev(affine)(w, x)
jx = jacrev(affine, argnums=1)(w, x)
jf = jacfwd(affine, 1)(w, x)
ja, jb = jacrev(affine, argnums=(0, 1))(w, x)
h = hessian(square)(x)
out, tangent = jvp(torch.sin, (x,), (torch.ones(3),))
res, pull = vjp(torch.sin, x)
lin, push = linearize(torch.sin, x)
per = vmap(square)(torch.randn(5, 3))
fun = functionalize(torch.sin)(x)
""",
    "functional": """
import torch
from torch.autograd import functional as AF
from torch.autograd.functional import hessian, hvp, jacobian, jvp, vhp, vjp
def f(x): return x.exp().sum(dim=1)
def total(x): return (x ** 3).sum()
def two(a, b): return a * b, a + b
x = torch.rand(2, 3)
j = jacobian(f, x)
j2 = AF.jacobian(f, (x,))[0]
jt = jacobian(two, (torch.rand(2), torch.rand(2)))
a, b = jt[0][0], jt[1][1]
h = hessian(total, x)
v = vjp(f, x, torch.ones(2))
first, second = v
p = jvp(f, x, torch.ones(2, 3))
q = hvp(total, x, torch.ones(2, 3))[1]
r = vhp(total, x, torch.ones(2, 3))[1]
""",
    "distributions": """
import torch
import torch.distributions as D
from torch.distributions import transforms
b = D.Binomial(10, torch.full((4, 3), 0.5))
b1, b2 = b.sample(), b.log_prob(b.sample((2,)))
f = D.FisherSnedecor(torch.ones(3), torch.ones(2, 1)).sample((5,))
hc = D.HalfCauchy(torch.ones(3)).sample()
ig = D.InverseGamma(torch.ones(3), torch.ones(3)).sample()
ku = D.Kumaraswamy(torch.ones(3), torch.ones(3)).sample((2, 2))
nb = D.NegativeBinomial(torch.full((3,), 4.0), torch.full((3,), 0.5)).sample()
pa = D.Pareto(torch.ones(3), torch.ones(3)).sample()
rb = D.RelaxedBernoulli(torch.tensor(2.0), torch.full((5,), 0.5)).rsample()
mn = D.Multinomial(10, torch.ones(4, 5))
m1, m2 = mn.sample(), mn.sample((2,))
ln = D.LogisticNormal(torch.zeros(4, 3), torch.ones(4, 3)).sample()
lr = D.LowRankMultivariateNormal(torch.zeros(4, 3), torch.ones(4, 3, 2), torch.ones(4, 3))
l1, l2 = lr.sample((2,)), lr.log_prob(torch.zeros(4, 3))
w = D.Wishart(torch.tensor(4.0), torch.eye(3)).sample((2,))
lk = D.LKJCholesky(3, torch.tensor(0.5)).sample((4,))
mix = D.MixtureSameFamily(D.Categorical(torch.ones(5)), D.Normal(torch.randn(5), torch.rand(5)))
x1, x2 = mix.sample((7,)), mix.log_prob(torch.zeros(7))
pairs = D.Independent(D.Normal(torch.randn(5, 2), torch.rand(5, 2)), 1)
mixed = D.MixtureSameFamily(D.Categorical(torch.ones(5)), pairs)
y1, y2 = mixed.sample(), mixed.log_prob(torch.zeros(3, 2))
tr = D.TransformedDistribution(D.Normal(torch.zeros(3), torch.ones(3)), [D.ExpTransform(), transforms.TanhTransform()])
t1, t2 = tr.sample((2,)), tr.log_prob(torch.rand(3) / 2)
af = D.TransformedDistribution(D.Normal(0.0, 1.0), D.AffineTransform(torch.zeros(3), 1.0)).sample()
e = D.ExpTransform()(torch.zeros(2, 3))
s = D.StickBreakingTransform()(torch.zeros(2, 3))
""",
    "data": """
import numpy as np
import torch
from torch.utils.data import ChainDataset, DataLoader, IterableDataset, StackDataset, TensorDataset, default_convert
class Stream(IterableDataset):
    def __iter__(self):
        for i in range(4):
            yield torch.zeros(3), i
both = ChainDataset([Stream(), Stream()])
x, y = next(iter(DataLoader(both, batch_size=2)))
stack = StackDataset(TensorDataset(torch.zeros(6, 2)), torch.zeros(6, 5))
first, second = stack[0]
count = len(stack)
one = first[0]
named = StackDataset(image=torch.zeros(6, 2), label=torch.zeros(6, dtype=torch.int64))
image, label = named[1]["image"], named[1]["label"]
batch = next(iter(DataLoader(named, batch_size=3)))
bi, bl = batch["image"], batch["label"]
c = default_convert({"a": np.zeros((2, 3), dtype="float32"), "b": [np.ones(2), 1]})
ca, cb, cc = c["a"], c["b"][0], c["b"][1]
""",
    "sequential": """
import torch, torch.nn as nn
from collections import OrderedDict
s = nn.Sequential(nn.Linear(4,5), nn.ReLU())
s.append(nn.Linear(5,6))
a = s(torch.zeros(2,4))
s += nn.Sequential(nn.Linear(6,7))
b = s(torch.zeros(2,4))
s.insert(1, nn.Linear(5,5))
c = s(torch.zeros(2,4))
n1 = torch.zeros(len(s))
del s[-1]
d = s(torch.zeros(2,4))
e = s[:2](torch.zeros(2,4))
o = nn.Sequential(OrderedDict([("fc", nn.Linear(4,5)), ("act", nn.ReLU())]))
o.append(nn.Linear(5, 9))
f = o(torch.zeros(2,4))
o[0] = nn.Linear(3,5)
g = o(torch.zeros(2,3))
o.fc = nn.Linear(2,5)
h = o(torch.zeros(1,2))
o[-1] = nn.Linear(5, 1)
i = o(torch.zeros(1,2))
o.pop(0)
j = o(torch.zeros(1,5))
q = nn.Sequential(nn.Linear(4,4))
q.add_module("x", nn.Linear(4,2))
k = q(torch.zeros(1,4))
q.extend([nn.Linear(2,3), nn.Linear(3,8)])
l = q(torch.zeros(1,4))
r = nn.Sequential(nn.Linear(4,5)) + nn.Sequential(nn.Linear(5,3))
m = r(torch.zeros(1,4))
""",
    "containers": """
import torch, torch.nn as nn
ml = nn.ModuleList([nn.Linear(4,4) for _ in range(3)])
ml += [nn.Linear(4,2)]
ml.append(nn.Linear(2,7))
ml.insert(0, nn.Linear(1,4))
ml.extend(nn.ModuleList([nn.Linear(7,8)]))
x = torch.zeros(5,1)
for layer in ml:
    x = layer(x)
n = torch.zeros(len(ml), len(ml[1:3]))
y = torch.zeros(5,8)
for layer in reversed(nn.ModuleList([nn.Linear(4,3), nn.Linear(8,4)])):
    y = layer(y)
z = nn.ModuleList([nn.Linear(4,3)]) + nn.ModuleList([nn.Linear(3,2)])
w = torch.zeros(1,4)
for t in z: w = t(w)
pl = nn.ParameterList([nn.Parameter(torch.zeros(3,i+1)) for i in range(4)])
pl.append(torch.zeros(9,9))
pa = pl[2] + 0
pb = pl[-1] + 0
pc = torch.zeros(len(pl))
pd = nn.ParameterDict({"left": nn.Parameter(torch.randn(5, 10)), "right": torch.zeros(2)})
pe = pd["left"] + 0
pf = pd.right + 0
pd["more"] = torch.zeros(7)
pg = pd["more"] * 2
md = nn.ModuleDict({"conv": nn.Conv2d(1,4,3), "pool": nn.MaxPool2d(2)})
md["lin"] = nn.Linear(4,2)
v1 = md["conv"](torch.zeros(1,1,8,8))
v2 = md.lin(torch.zeros(1,4))
cnt = torch.zeros(len(md))
class Foo(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Linear(4,5))
        self.act = nn.Linear(5,6)
u = Foo()(torch.zeros(2,4))
""",
    "parts": """
import torch
from torch import nn
model = nn.Transformer(d_model=16, nhead=4, num_encoder_layers=2, num_decoder_layers=2, dim_feedforward=32)
memory = model.encoder(torch.zeros(7, 3, 16))
out = model.decoder(torch.zeros(5, 3, 16), memory)
layer = model.encoder.layers[0]
w = layer.linear1.weight
v = layer.self_attn.in_proj_weight
count = len(model.decoder.layers)
attention = nn.MultiheadAttention(12, 3, kdim=5)
p = attention.out_proj.weight
k = attention.k_proj_weight
width = attention.kdim
lstm = nn.LSTM(4, 6, num_layers=2, bidirectional=True, proj_size=3)
h = lstm.weight_hr_l1_reverse
i = lstm.weight_ih_l1
pool = nn.MaxPool2d(3)
stride = pool.stride
sizes = nn.Conv2d(3, 4, 5).kernel_size
""",
    "modules": """
import torch
from torch import nn
from torch.nn.utils import skip_init
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence, unpack_sequence, unpad_sequence
a = isinstance(nn.LSTM(3, 4), nn.RNNBase)
b = isinstance(nn.Linear(3, 4), nn.RNNBase)
c = isinstance(nn.GRUCell(3, 4), nn.RNNCellBase)
lin = skip_init(nn.Linear, 3, 4)
w = lin.weight
z = lin(torch.zeros(2, 3))
head = nn.AdaptiveLogSoftmaxWithLoss(8, 20, [5, 10])
out, loss = head(torch.zeros(4, 8), torch.zeros(4, dtype=torch.int64))
o = head(torch.zeros(4, 8), torch.zeros(4, dtype=torch.int64)).output
padded = pad_sequence([torch.zeros(5, 3), torch.zeros(4, 3)])
parts = unpad_sequence(padded.clone(), torch.tensor([5, 4]))
n, p = len(parts), parts[0]
again = unpack_sequence(pack_padded_sequence(padded, torch.tensor([5, 4])))[1]
lu, pivots = torch.linalg.lu_factor(torch.eye(3))
x = torch.linalg.lu_solve(lu, pivots, torch.ones(3, 2))
solved = torch.linalg.lstsq(torch.ones(5, 3), torch.zeros(5, 2)).solution
sp = torch.sparse_coo_tensor(torch.tensor([[0, 1], [1, 0]]), torch.ones(2), (2, 3)) @ torch.zeros(3, 4)
""",
}
