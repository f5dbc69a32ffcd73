import timm
import torch

m = timm.create_model('efficientnet_b0')
y = m(torch.zeros(2,3,224,224))
