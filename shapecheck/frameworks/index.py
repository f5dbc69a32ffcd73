"""Which file declares which path. Written by `python -m shapecheck.frameworks.indexing`, not by hand."""

DECLARED = {
    "data.h5py": (
        "h5py.Dataset h5py.File h5py.Group "
    ),
    "data.media": (
        "idx2numpy.convert_from_file imageio.imread imageio.imsave imageio.imwrite imageio.v2.imread "
        "imageio.v2.imsave imageio.v2.imwrite imageio.v3.imread imageio.v3.imwrite librosa.amplitude_to_db "
        "librosa.feature.chroma_cqt librosa.feature.chroma_stft librosa.feature.melspectrogram "
        "librosa.feature.mfcc librosa.feature.rms librosa.feature.spectral_bandwidth "
        "librosa.feature.spectral_centroid librosa.feature.spectral_rolloff librosa.feature.tonnetz "
        "librosa.feature.zero_crossing_rate librosa.load librosa.power_to_db nibabel.load "
        "nibabel.nifti1.Nifti1Image nibabel.save scipy.io.loadmat scipy.io.savemat scipy.io.wavfile.read "
        "scipy.io.wavfile.write skimage.io.imread skimage.io.imsave soundfile.read soundfile.write "
        "tifffile.imread tifffile.memmap "
    ),
    "data.opencv": (
        "cv2.COLOR_BGR2BGRA cv2.COLOR_BGR2GRAY cv2.COLOR_BGR2HSV cv2.COLOR_BGR2LAB cv2.COLOR_BGR2Lab "
        "cv2.COLOR_BGR2RGB cv2.COLOR_BGR2RGBA cv2.COLOR_BGR2YCrCb cv2.COLOR_BGR2YUV cv2.COLOR_BGRA2BGR "
        "cv2.COLOR_BGRA2GRAY cv2.COLOR_BGRA2RGB cv2.COLOR_BGRA2RGBA cv2.COLOR_GRAY2BGR cv2.COLOR_GRAY2BGRA "
        "cv2.COLOR_GRAY2RGB cv2.COLOR_GRAY2RGBA cv2.COLOR_HSV2BGR cv2.COLOR_HSV2RGB cv2.COLOR_LAB2BGR "
        "cv2.COLOR_LAB2RGB cv2.COLOR_Lab2BGR cv2.COLOR_Lab2RGB cv2.COLOR_RGB2BGR cv2.COLOR_RGB2BGRA "
        "cv2.COLOR_RGB2GRAY cv2.COLOR_RGB2HSV cv2.COLOR_RGB2LAB cv2.COLOR_RGB2Lab cv2.COLOR_RGB2RGBA "
        "cv2.COLOR_RGB2YCrCb cv2.COLOR_RGB2YUV cv2.COLOR_RGBA2BGR cv2.COLOR_RGBA2BGRA cv2.COLOR_RGBA2GRAY "
        "cv2.COLOR_RGBA2RGB cv2.COLOR_YCrCb2BGR cv2.COLOR_YCrCb2RGB cv2.COLOR_YUV2BGR cv2.COLOR_YUV2RGB "
        "cv2.Canny cv2.GaussianBlur cv2.IMREAD_COLOR cv2.IMREAD_GRAYSCALE cv2.IMREAD_UNCHANGED cv2.INTER_AREA "
        "cv2.INTER_CUBIC cv2.INTER_LANCZOS4 cv2.INTER_LINEAR cv2.INTER_NEAREST cv2.addWeighted "
        "cv2.bilateralFilter cv2.bitwise_not cv2.blur cv2.copyMakeBorder cv2.cvtColor cv2.destroyAllWindows "
        "cv2.dilate cv2.equalizeHist cv2.erode cv2.fastNlMeansDenoising cv2.flip cv2.imdecode cv2.imread "
        "cv2.imshow cv2.imwrite cv2.medianBlur cv2.merge cv2.morphologyEx cv2.resize cv2.setNumThreads "
        "cv2.split cv2.threshold cv2.waitKey cv2.warpAffine cv2.warpPerspective "
    ),
    "data.pandas.dataframe": (
        "pandas.DataFrame "
    ),
    "data.pandas.functions": (
        "pandas.Categorical pandas.DataFrame.from_dict pandas.DataFrame.from_records pandas.Index "
        "pandas.crosstab pandas.cut pandas.date_range pandas.factorize pandas.get_dummies pandas.isna "
        "pandas.isnull pandas.melt pandas.merge pandas.notna pandas.notnull pandas.options.display "
        "pandas.pivot_table pandas.plotting.andrews_curves pandas.plotting.autocorrelation_plot "
        "pandas.plotting.boxplot pandas.plotting.lag_plot pandas.plotting.parallel_coordinates "
        "pandas.plotting.radviz pandas.plotting.register_matplotlib_converters pandas.plotting.scatter_matrix "
        "pandas.qcut pandas.read_csv pandas.read_excel pandas.read_feather pandas.read_fwf pandas.read_hdf "
        "pandas.read_html pandas.read_pickle pandas.read_sql pandas.read_sql_query pandas.read_table "
        "pandas.reset_option pandas.set_option pandas.to_datetime pandas.to_numeric pandas.unique "
    ),
    "data.pandas.joining": (
        "pandas.concat "
    ),
    "data.pandas.labels": (
        "pandas.DatetimeIndex pandas.MultiIndex pandas.RangeIndex "
    ),
    "data.pandas.series": (
        "pandas.Series "
    ),
    "data.pandas.stored": (
        "pandas.read_json pandas.read_parquet "
    ),
    "data.pil": (
        "PIL.Image.ANTIALIAS PIL.Image.BICUBIC PIL.Image.BILINEAR PIL.Image.BOX PIL.Image.FLIP_LEFT_RIGHT "
        "PIL.Image.FLIP_TOP_BOTTOM PIL.Image.HAMMING PIL.Image.LANCZOS PIL.Image.NEAREST PIL.Image.fromarray "
        "PIL.Image.new PIL.Image.open "
    ),
    "data.seaborn": (
        "seaborn.FacetGrid seaborn.JointGrid seaborn.PairGrid seaborn.axes_style seaborn.barplot "
        "seaborn.boxenplot seaborn.boxplot seaborn.catplot seaborn.clustermap seaborn.color_palette "
        "seaborn.countplot seaborn.cubehelix_palette seaborn.dark_palette seaborn.despine seaborn.displot "
        "seaborn.distplot seaborn.diverging_palette seaborn.ecdfplot seaborn.factorplot seaborn.heatmap "
        "seaborn.histplot seaborn.hls_palette seaborn.husl_palette seaborn.jointplot seaborn.kdeplot "
        "seaborn.light_palette seaborn.lineplot seaborn.lmplot seaborn.load_dataset seaborn.move_legend "
        "seaborn.pairplot seaborn.palplot seaborn.plotting_context seaborn.pointplot seaborn.regplot "
        "seaborn.relplot seaborn.reset_defaults seaborn.reset_orig seaborn.residplot seaborn.rugplot "
        "seaborn.scatterplot seaborn.set seaborn.set_context seaborn.set_palette seaborn.set_style "
        "seaborn.set_theme seaborn.stripplot seaborn.swarmplot seaborn.tsplot seaborn.violinplot "
        "seaborn.xkcd_palette "
    ),
    "data.sklearn.datasets": (
        "sklearn.datasets.fetch_20newsgroups sklearn.datasets.fetch_california_housing "
        "sklearn.datasets.fetch_covtype sklearn.datasets.fetch_lfw_people sklearn.datasets.fetch_olivetti_faces "
        "sklearn.datasets.fetch_openml sklearn.datasets.load_boston sklearn.datasets.load_breast_cancer "
        "sklearn.datasets.load_diabetes sklearn.datasets.load_digits sklearn.datasets.load_files "
        "sklearn.datasets.load_iris sklearn.datasets.load_linnerud sklearn.datasets.load_sample_image "
        "sklearn.datasets.load_sample_images sklearn.datasets.load_wine sklearn.datasets.make_blobs "
        "sklearn.datasets.make_circles sklearn.datasets.make_classification sklearn.datasets.make_friedman1 "
        "sklearn.datasets.make_friedman2 sklearn.datasets.make_friedman3 "
        "sklearn.datasets.make_gaussian_quantiles sklearn.datasets.make_hastie_10_2 sklearn.datasets.make_moons "
        "sklearn.datasets.make_multilabel_classification sklearn.datasets.make_regression "
        "sklearn.datasets.make_s_curve sklearn.datasets.make_swiss_roll sklearn.utils.Bunch "
    ),
    "data.sklearn.estimators": (
        "sklearn.base.components.transform sklearn.base.documents.transform sklearn.base.encoded.transform "
        "sklearn.base.fit sklearn.base.one_hot.transform sklearn.base.same_shape.transform "
        "sklearn.base.scaled.transform sklearn.base.scaled_later.transform sklearn.base.widened.transform "
        "sklearn.base.widened_back.inverse_transform sklearn.decomposition.FactorAnalysis "
        "sklearn.decomposition.FastICA sklearn.decomposition.IncrementalPCA sklearn.decomposition.KernelPCA "
        "sklearn.decomposition.NMF sklearn.decomposition.PCA sklearn.decomposition.TruncatedSVD "
        "sklearn.feature_extraction.text.CountVectorizer sklearn.feature_extraction.text.HashingVectorizer "
        "sklearn.feature_extraction.text.TfidfVectorizer sklearn.impute.SimpleImputer sklearn.manifold.TSNE "
        "sklearn.preprocessing.MaxAbsScaler sklearn.preprocessing.MinMaxScaler sklearn.preprocessing.Normalizer "
        "sklearn.preprocessing.OneHotEncoder sklearn.preprocessing.OrdinalEncoder "
        "sklearn.preprocessing.PolynomialFeatures sklearn.preprocessing.PowerTransformer "
        "sklearn.preprocessing.QuantileTransformer sklearn.preprocessing.RobustScaler "
        "sklearn.preprocessing.StandardScaler sklearn.set_config "
    ),
    "data.sklearn.features": (
        "imblearn.combine.SMOTEENN imblearn.combine.SMOTETomek imblearn.over_sampling.ADASYN "
        "imblearn.over_sampling.BorderlineSMOTE imblearn.over_sampling.KMeansSMOTE "
        "imblearn.over_sampling.RandomOverSampler imblearn.over_sampling.SMOTE imblearn.over_sampling.SMOTENC "
        "imblearn.over_sampling.SVMSMOTE imblearn.under_sampling.ClusterCentroids "
        "imblearn.under_sampling.EditedNearestNeighbours imblearn.under_sampling.NearMiss "
        "imblearn.under_sampling.RandomUnderSampler imblearn.under_sampling.TomekLinks "
        "sklearn.base.best.transform sklearn.base.binned.transform sklearn.base.fit_resample "
        "sklearn.base.some_features.transform sklearn.base.thresholded.transform "
        "sklearn.base.weighted_words.transform sklearn.feature_extraction.text.TfidfTransformer "
        "sklearn.feature_selection.GenericUnivariateSelect sklearn.feature_selection.RFE "
        "sklearn.feature_selection.RFECV sklearn.feature_selection.SelectFpr "
        "sklearn.feature_selection.SelectFromModel sklearn.feature_selection.SelectKBest "
        "sklearn.feature_selection.SelectPercentile sklearn.feature_selection.VarianceThreshold "
        "sklearn.impute.IterativeImputer sklearn.impute.KNNImputer sklearn.kernel_approximation.RBFSampler "
        "sklearn.preprocessing.Binarizer sklearn.preprocessing.FunctionTransformer "
        "sklearn.preprocessing.KBinsDiscretizer sklearn.preprocessing.SplineTransformer "
        "sklearn.random_projection.GaussianRandomProjection sklearn.random_projection.SparseRandomProjection "
    ),
    "data.sklearn.joined": (
        "imblearn.pipeline.Pipeline imblearn.pipeline.make_pipeline sklearn.compose.ColumnTransformer "
        "sklearn.compose.make_column_transformer sklearn.pipeline.FeatureUnion sklearn.pipeline.Pipeline "
        "sklearn.pipeline.make_pipeline sklearn.pipeline.make_union "
    ),
    "data.sklearn.labels": (
        "sklearn.preprocessing.LabelBinarizer sklearn.preprocessing.LabelEncoder "
        "sklearn.preprocessing.MultiLabelBinarizer "
    ),
    "data.sklearn.metrics": (
        "sklearn.metrics.ConfusionMatrixDisplay sklearn.metrics.PrecisionRecallDisplay "
        "sklearn.metrics.RocCurveDisplay sklearn.metrics.accuracy_score "
        "sklearn.metrics.adjusted_mutual_info_score sklearn.metrics.adjusted_rand_score sklearn.metrics.auc "
        "sklearn.metrics.average_precision_score sklearn.metrics.balanced_accuracy_score "
        "sklearn.metrics.brier_score_loss sklearn.metrics.calinski_harabasz_score "
        "sklearn.metrics.classification_report sklearn.metrics.cohen_kappa_score "
        "sklearn.metrics.completeness_score sklearn.metrics.confusion_matrix "
        "sklearn.metrics.davies_bouldin_score sklearn.metrics.explained_variance_score sklearn.metrics.f1_score "
        "sklearn.metrics.fbeta_score sklearn.metrics.fowlkes_mallows_score sklearn.metrics.get_scorer "
        "sklearn.metrics.hamming_loss sklearn.metrics.hinge_loss sklearn.metrics.homogeneity_score "
        "sklearn.metrics.jaccard_score sklearn.metrics.log_loss sklearn.metrics.make_scorer "
        "sklearn.metrics.matthews_corrcoef sklearn.metrics.max_error sklearn.metrics.mean_absolute_error "
        "sklearn.metrics.mean_absolute_percentage_error sklearn.metrics.mean_squared_error "
        "sklearn.metrics.mean_squared_log_error sklearn.metrics.median_absolute_error "
        "sklearn.metrics.mutual_info_score sklearn.metrics.normalized_mutual_info_score "
        "sklearn.metrics.pairwise.cosine_distances sklearn.metrics.pairwise.cosine_similarity "
        "sklearn.metrics.pairwise.euclidean_distances sklearn.metrics.pairwise.laplacian_kernel "
        "sklearn.metrics.pairwise.linear_kernel sklearn.metrics.pairwise.manhattan_distances "
        "sklearn.metrics.pairwise.pairwise_distances sklearn.metrics.pairwise.polynomial_kernel "
        "sklearn.metrics.pairwise.rbf_kernel sklearn.metrics.pairwise.sigmoid_kernel "
        "sklearn.metrics.pairwise_distances sklearn.metrics.plot_confusion_matrix "
        "sklearn.metrics.plot_precision_recall_curve sklearn.metrics.plot_roc_curve "
        "sklearn.metrics.precision_recall_curve sklearn.metrics.precision_recall_fscore_support "
        "sklearn.metrics.precision_score sklearn.metrics.r2_score sklearn.metrics.rand_score "
        "sklearn.metrics.recall_score sklearn.metrics.roc_auc_score sklearn.metrics.roc_curve "
        "sklearn.metrics.root_mean_squared_error sklearn.metrics.silhouette_score "
        "sklearn.metrics.v_measure_score sklearn.metrics.zero_one_loss "
    ),
    "data.sklearn.models": (
        "sklearn.base.clusters.predict sklearn.base.predict sklearn.base.probabilities.predict_proba "
        "sklearn.base.score sklearn.cluster.AgglomerativeClustering sklearn.cluster.DBSCAN "
        "sklearn.cluster.KMeans sklearn.cluster.MiniBatchKMeans sklearn.cluster.SpectralClustering "
        "sklearn.discriminant_analysis.LinearDiscriminantAnalysis "
        "sklearn.discriminant_analysis.QuadraticDiscriminantAnalysis sklearn.ensemble.AdaBoostClassifier "
        "sklearn.ensemble.AdaBoostRegressor sklearn.ensemble.BaggingClassifier "
        "sklearn.ensemble.ExtraTreesClassifier sklearn.ensemble.ExtraTreesRegressor "
        "sklearn.ensemble.GradientBoostingClassifier sklearn.ensemble.GradientBoostingRegressor "
        "sklearn.ensemble.HistGradientBoostingClassifier sklearn.ensemble.HistGradientBoostingRegressor "
        "sklearn.ensemble.IsolationForest sklearn.ensemble.RandomForestClassifier "
        "sklearn.ensemble.RandomForestRegressor sklearn.gaussian_process.GaussianProcessClassifier "
        "sklearn.gaussian_process.GaussianProcessRegressor sklearn.linear_model.ARDRegression "
        "sklearn.linear_model.BayesianRidge sklearn.linear_model.ElasticNet sklearn.linear_model.ElasticNetCV "
        "sklearn.linear_model.HuberRegressor sklearn.linear_model.Lars sklearn.linear_model.Lasso "
        "sklearn.linear_model.LassoCV sklearn.linear_model.LassoLars sklearn.linear_model.LinearRegression "
        "sklearn.linear_model.LogisticRegression sklearn.linear_model.LogisticRegressionCV "
        "sklearn.linear_model.PassiveAggressiveClassifier sklearn.linear_model.PassiveAggressiveRegressor "
        "sklearn.linear_model.Perceptron sklearn.linear_model.Ridge sklearn.linear_model.RidgeCV "
        "sklearn.linear_model.RidgeClassifier sklearn.linear_model.RidgeClassifierCV "
        "sklearn.linear_model.SGDClassifier sklearn.linear_model.SGDRegressor "
        "sklearn.linear_model.TheilSenRegressor sklearn.mixture.GaussianMixture sklearn.naive_bayes.BernoulliNB "
        "sklearn.naive_bayes.ComplementNB sklearn.naive_bayes.GaussianNB sklearn.naive_bayes.MultinomialNB "
        "sklearn.neighbors.KNeighborsClassifier sklearn.neighbors.KNeighborsRegressor "
        "sklearn.neighbors.NearestCentroid sklearn.neural_network.MLPClassifier "
        "sklearn.neural_network.MLPRegressor sklearn.preprocessing.label_binarize "
        "sklearn.preprocessing.maxabs_scale sklearn.preprocessing.minmax_scale sklearn.preprocessing.normalize "
        "sklearn.preprocessing.robust_scale sklearn.preprocessing.scale sklearn.svm.LinearSVC "
        "sklearn.svm.LinearSVR sklearn.svm.NuSVC sklearn.svm.NuSVR sklearn.svm.OneClassSVM sklearn.svm.SVC "
        "sklearn.svm.SVR sklearn.tree.DecisionTreeClassifier sklearn.tree.DecisionTreeRegressor "
        "sklearn.tree.ExtraTreeClassifier sklearn.tree.ExtraTreeRegressor "
        "sklearn.utils.class_weight.compute_class_weight sklearn.utils.compute_class_weight "
    ),
    "data.sklearn.searching": (
        "lightgbm.LGBMClassifier lightgbm.LGBMRegressor sklearn.base.any.fit sklearn.base.any.predict "
        "sklearn.base.any.predict_proba sklearn.base.any.score sklearn.base.clone "
        "sklearn.calibration.CalibratedClassifierCV sklearn.compose.TransformedTargetRegressor "
        "sklearn.cross_validation.cross_val_score sklearn.dummy.DummyClassifier sklearn.dummy.DummyRegressor "
        "sklearn.ensemble.BaggingRegressor sklearn.ensemble.StackingClassifier "
        "sklearn.ensemble.StackingRegressor sklearn.ensemble.VotingClassifier sklearn.ensemble.VotingRegressor "
        "sklearn.model_selection.GridSearchCV sklearn.model_selection.HalvingGridSearchCV "
        "sklearn.model_selection.HalvingRandomSearchCV sklearn.model_selection.ParameterGrid "
        "sklearn.model_selection.ParameterSampler sklearn.model_selection.RandomizedSearchCV "
        "sklearn.model_selection.cross_val_predict sklearn.model_selection.cross_val_score "
        "sklearn.model_selection.cross_validate sklearn.model_selection.learning_curve "
        "sklearn.model_selection.validation_curve sklearn.multiclass.OneVsOneClassifier "
        "sklearn.multiclass.OneVsRestClassifier sklearn.multiclass.OutputCodeClassifier "
        "sklearn.multioutput.ClassifierChain sklearn.multioutput.MultiOutputClassifier "
        "sklearn.multioutput.MultiOutputRegressor sklearn.multioutput.RegressorChain "
        "sklearn.utils.class_weight.compute_sample_weight sklearn.utils.compute_sample_weight "
        "xgboost.XGBClassifier xgboost.XGBRFClassifier xgboost.XGBRFRegressor xgboost.XGBRegressor "
    ),
    "data.sklearn.selection": (
        "sklearn.cross_validation.train_test_split sklearn.model_selection.GroupKFold "
        "sklearn.model_selection.GroupShuffleSplit sklearn.model_selection.KFold "
        "sklearn.model_selection.LeaveOneOut sklearn.model_selection.RepeatedKFold "
        "sklearn.model_selection.RepeatedStratifiedKFold sklearn.model_selection.ShuffleSplit "
        "sklearn.model_selection.StratifiedGroupKFold sklearn.model_selection.StratifiedKFold "
        "sklearn.model_selection.StratifiedShuffleSplit sklearn.model_selection.TimeSeriesSplit "
        "sklearn.model_selection.split sklearn.model_selection.train_test_split "
        "sklearn.utils.check_consistent_length sklearn.utils.resample sklearn.utils.shuffle "
    ),
    "data.sklearn.sparse": (
        "scipy.sparse.csr_matrix scipy.sparse.hstack "
    ),
    "data.sklearn.targets": (
        "sklearn.base.binarized.transform sklearn.base.class_ids.transform "
        "sklearn.base.classes.inverse_transform sklearn.base.several.transform "
    ),
    "data.tfds": (
        "tensorflow_datasets.Split.TEST tensorflow_datasets.Split.TRAIN tensorflow_datasets.Split.VALIDATION "
        "tensorflow_datasets.as_numpy tensorflow_datasets.builder tensorflow_datasets.disable_progress_bar "
        "tensorflow_datasets.display_progress_bar tensorflow_datasets.enable_progress_bar "
        "tensorflow_datasets.list_builders tensorflow_datasets.load tensorflow_datasets.show_examples "
    ),
    "data.torchaudio": (
        "torchaudio.load "
    ),
    "data.torchvision.compositions": (
        "torchvision.transforms.Compose torchvision.transforms.Lambda torchvision.transforms.RandomApply "
        "torchvision.transforms.RandomChoice torchvision.transforms.RandomOrder "
    ),
    "data.torchvision.datasets": (
        "torchvision.datasets.CIFAR10 torchvision.datasets.CIFAR100 torchvision.datasets.CLEVRClassification "
        "torchvision.datasets.Caltech101 torchvision.datasets.Caltech256 torchvision.datasets.CelebA "
        "torchvision.datasets.Cityscapes torchvision.datasets.CocoCaptions torchvision.datasets.CocoDetection "
        "torchvision.datasets.Country211 torchvision.datasets.DTD torchvision.datasets.DatasetFolder "
        "torchvision.datasets.EMNIST torchvision.datasets.EuroSAT torchvision.datasets.FER2013 "
        "torchvision.datasets.FGVCAircraft torchvision.datasets.FakeData torchvision.datasets.FashionMNIST "
        "torchvision.datasets.Flickr30k torchvision.datasets.Flickr8k torchvision.datasets.Flowers102 "
        "torchvision.datasets.Food101 torchvision.datasets.GTSRB torchvision.datasets.HMDB51 "
        "torchvision.datasets.INaturalist torchvision.datasets.ImageFolder torchvision.datasets.ImageNet "
        "torchvision.datasets.Imagenette torchvision.datasets.KMNIST torchvision.datasets.Kinetics "
        "torchvision.datasets.Kitti torchvision.datasets.LFWPairs torchvision.datasets.LFWPeople "
        "torchvision.datasets.LSUN torchvision.datasets.MNIST torchvision.datasets.MovingMNIST "
        "torchvision.datasets.Omniglot torchvision.datasets.OxfordIIITPet torchvision.datasets.PCAM "
        "torchvision.datasets.PhotoTour torchvision.datasets.Places365 torchvision.datasets.QMNIST "
        "torchvision.datasets.RenderedSST2 torchvision.datasets.SBDataset torchvision.datasets.SBU "
        "torchvision.datasets.SEMEION torchvision.datasets.STL10 torchvision.datasets.SUN397 "
        "torchvision.datasets.SVHN torchvision.datasets.StanfordCars torchvision.datasets.UCF101 "
        "torchvision.datasets.USPS torchvision.datasets.VOCDetection torchvision.datasets.VOCSegmentation "
        "torchvision.datasets.VisionDataset torchvision.datasets.WIDERFace "
    ),
    "data.torchvision.transforms": (
        "torchvision.transforms.AugMix torchvision.transforms.AutoAugment torchvision.transforms.CenterCrop "
        "torchvision.transforms.ColorJitter torchvision.transforms.ConvertDtype "
        "torchvision.transforms.ConvertImageDtype torchvision.transforms.ElasticTransform "
        "torchvision.transforms.FiveCrop torchvision.transforms.GaussianBlur "
        "torchvision.transforms.GaussianNoise torchvision.transforms.Grayscale torchvision.transforms.Identity "
        "torchvision.transforms.InterpolationMode.BICUBIC torchvision.transforms.InterpolationMode.BILINEAR "
        "torchvision.transforms.InterpolationMode.BOX torchvision.transforms.InterpolationMode.HAMMING "
        "torchvision.transforms.InterpolationMode.LANCZOS torchvision.transforms.InterpolationMode.NEAREST "
        "torchvision.transforms.InterpolationMode.NEAREST_EXACT torchvision.transforms.LinearTransformation "
        "torchvision.transforms.Normalize torchvision.transforms.PILToTensor torchvision.transforms.Pad "
        "torchvision.transforms.RandAugment torchvision.transforms.RandomAdjustSharpness "
        "torchvision.transforms.RandomAffine torchvision.transforms.RandomAutocontrast "
        "torchvision.transforms.RandomChannelPermutation torchvision.transforms.RandomCrop "
        "torchvision.transforms.RandomEqualize torchvision.transforms.RandomErasing "
        "torchvision.transforms.RandomGrayscale torchvision.transforms.RandomHorizontalFlip "
        "torchvision.transforms.RandomInvert torchvision.transforms.RandomPerspective "
        "torchvision.transforms.RandomPhotometricDistort torchvision.transforms.RandomPosterize "
        "torchvision.transforms.RandomResizedCrop torchvision.transforms.RandomRotation "
        "torchvision.transforms.RandomSizedCrop torchvision.transforms.RandomSolarize "
        "torchvision.transforms.RandomVerticalFlip torchvision.transforms.Resize torchvision.transforms.Scale "
        "torchvision.transforms.TenCrop torchvision.transforms.ToDtype torchvision.transforms.ToImage "
        "torchvision.transforms.ToImageTensor torchvision.transforms.ToPILImage "
        "torchvision.transforms.ToPureTensor torchvision.transforms.ToTensor "
        "torchvision.transforms.TrivialAugmentWide torchvision.transforms.functional.adjust_brightness "
        "torchvision.transforms.functional.adjust_contrast torchvision.transforms.functional.adjust_gamma "
        "torchvision.transforms.functional.adjust_hue torchvision.transforms.functional.adjust_saturation "
        "torchvision.transforms.functional.adjust_sharpness torchvision.transforms.functional.affine "
        "torchvision.transforms.functional.autocontrast torchvision.transforms.functional.center_crop "
        "torchvision.transforms.functional.convert_image_dtype torchvision.transforms.functional.crop "
        "torchvision.transforms.functional.equalize torchvision.transforms.functional.erase "
        "torchvision.transforms.functional.gaussian_blur torchvision.transforms.functional.hflip "
        "torchvision.transforms.functional.horizontal_flip torchvision.transforms.functional.invert "
        "torchvision.transforms.functional.normalize torchvision.transforms.functional.pad "
        "torchvision.transforms.functional.perspective torchvision.transforms.functional.pil_to_tensor "
        "torchvision.transforms.functional.posterize torchvision.transforms.functional.resize "
        "torchvision.transforms.functional.resized_crop torchvision.transforms.functional.rgb_to_grayscale "
        "torchvision.transforms.functional.rotate torchvision.transforms.functional.solarize "
        "torchvision.transforms.functional.to_grayscale torchvision.transforms.functional.to_image "
        "torchvision.transforms.functional.to_pil_image torchvision.transforms.functional.to_tensor "
        "torchvision.transforms.functional.vertical_flip torchvision.transforms.functional.vflip "
    ),
    "data.torchvision.utils": (
        "torchvision.get_image_backend torchvision.io.read_image torchvision.io.write_jpeg "
        "torchvision.io.write_png torchvision.set_image_backend torchvision.utils._log_api_usage_once "
        "torchvision.utils.make_grid torchvision.utils.save_image "
    ),
    "documented": (
        "namex.export transformers.utils.auto_docstring.auto_docstring "
        "transformers.utils.deprecation.deprecate_kwarg transformers.utils.doc.add_code_sample_docstrings "
        "transformers.utils.doc.add_end_docstrings transformers.utils.doc.add_start_docstrings "
        "transformers.utils.doc.add_start_docstrings_to_model_forward "
        "transformers.utils.doc.replace_return_docstrings transformers.utils.generic.can_return_tuple "
        "transformers.utils.generic.merge_with_config_defaults "
        "transformers.utils.output_capturing.capture_outputs "
    ),
    "einops.functions": (
        "einops.einops.rearrange einops.einops.reduce einops.einops.repeat einops.einsum einops.pack "
        "einops.rearrange einops.reduce einops.repeat einops.unpack "
    ),
    "einops.layers": (
        "einops.layers.torch.Rearrange einops.layers.torch.Reduce "
    ),
    "keras.activations": (
        "keras.activations.celu keras.activations.elu keras.activations.exponential keras.activations.gelu "
        "keras.activations.glu keras.activations.hard_shrink keras.activations.hard_sigmoid "
        "keras.activations.hard_silu keras.activations.hard_tanh keras.activations.leaky_relu "
        "keras.activations.linear keras.activations.log_sigmoid keras.activations.log_softmax "
        "keras.activations.mish keras.activations.relu keras.activations.relu6 keras.activations.selu "
        "keras.activations.sigmoid keras.activations.silu keras.activations.soft_shrink "
        "keras.activations.softmax keras.activations.softplus keras.activations.softsign "
        "keras.activations.sparse_plus keras.activations.sparse_sigmoid keras.activations.sparsemax "
        "keras.activations.squareplus keras.activations.tanh keras.activations.tanh_shrink "
        "keras.activations.threshold keras.layers.Activation keras.layers.ELU keras.layers.LeakyReLU "
        "keras.layers.PReLU keras.layers.ReLU keras.layers.Softmax keras.layers.ThresholdedReLU keras.ops.celu "
        "keras.ops.elu keras.ops.gelu keras.ops.glu keras.ops.hard_shrink keras.ops.hard_sigmoid "
        "keras.ops.hard_silu keras.ops.hard_tanh keras.ops.leaky_relu keras.ops.log_sigmoid "
        "keras.ops.log_softmax keras.ops.relu keras.ops.relu6 keras.ops.selu keras.ops.sigmoid keras.ops.silu "
        "keras.ops.soft_shrink keras.ops.softmax keras.ops.softplus keras.ops.softsign keras.ops.sparse_plus "
        "keras.ops.sparse_sigmoid keras.ops.sparsemax keras.ops.squareplus keras.ops.tanh keras.ops.tanh_shrink "
        "keras.ops.threshold "
    ),
    "keras.application_checks": (
        "keras.applications.refused "
    ),
    "keras.applications": (
        "keras.applications.ConvNeXtBase keras.applications.ConvNeXtLarge keras.applications.ConvNeXtSmall "
        "keras.applications.ConvNeXtTiny keras.applications.ConvNeXtXLarge keras.applications.DenseNet121 "
        "keras.applications.DenseNet169 keras.applications.DenseNet201 keras.applications.EfficientNetB0 "
        "keras.applications.EfficientNetB1 keras.applications.EfficientNetB2 keras.applications.EfficientNetB3 "
        "keras.applications.EfficientNetB4 keras.applications.EfficientNetB5 keras.applications.EfficientNetB6 "
        "keras.applications.EfficientNetB7 keras.applications.EfficientNetV2B0 "
        "keras.applications.EfficientNetV2B1 keras.applications.EfficientNetV2B2 "
        "keras.applications.EfficientNetV2B3 keras.applications.EfficientNetV2L "
        "keras.applications.EfficientNetV2M keras.applications.EfficientNetV2S "
        "keras.applications.InceptionResNetV2 keras.applications.InceptionV3 keras.applications.MobileNet "
        "keras.applications.MobileNetV2 keras.applications.MobileNetV3Large keras.applications.MobileNetV3Small "
        "keras.applications.NASNetLarge keras.applications.NASNetMobile keras.applications.ResNet101 "
        "keras.applications.ResNet101V2 keras.applications.ResNet152 keras.applications.ResNet152V2 "
        "keras.applications.ResNet50 keras.applications.ResNet50V2 keras.applications.VGG16 "
        "keras.applications.VGG19 keras.applications.Xception keras.applications.convnext.decode_predictions "
        "keras.applications.convnext.preprocess_input keras.applications.densenet.decode_predictions "
        "keras.applications.densenet.preprocess_input keras.applications.efficientnet.decode_predictions "
        "keras.applications.efficientnet.preprocess_input keras.applications.efficientnet_v2.decode_predictions "
        "keras.applications.efficientnet_v2.preprocess_input keras.applications.features "
        "keras.applications.imagenet_utils.decode_predictions "
        "keras.applications.imagenet_utils.preprocess_input "
        "keras.applications.inception_resnet_v2.decode_predictions "
        "keras.applications.inception_resnet_v2.preprocess_input "
        "keras.applications.inception_v3.decode_predictions keras.applications.inception_v3.preprocess_input "
        "keras.applications.mobilenet.decode_predictions keras.applications.mobilenet.preprocess_input "
        "keras.applications.mobilenet_v2.decode_predictions keras.applications.mobilenet_v2.preprocess_input "
        "keras.applications.mobilenet_v3.decode_predictions keras.applications.mobilenet_v3.preprocess_input "
        "keras.applications.nasnet.decode_predictions keras.applications.nasnet.preprocess_input "
        "keras.applications.resnet.decode_predictions keras.applications.resnet.preprocess_input "
        "keras.applications.resnet_v2.decode_predictions keras.applications.resnet_v2.preprocess_input "
        "keras.applications.vgg16.decode_predictions keras.applications.vgg16.preprocess_input "
        "keras.applications.vgg19.decode_predictions keras.applications.vgg19.preprocess_input "
        "keras.applications.xception.decode_predictions keras.applications.xception.preprocess_input "
    ),
    "keras.attention": (
        "keras.layers.AdditiveAttention keras.layers.Attention keras.layers.GroupQueryAttention "
        "keras.layers.MultiHeadAttention "
    ),
    "keras.backend": (
        "keras.backend.abs keras.backend.all keras.backend.any keras.backend.arange keras.backend.argmax "
        "keras.backend.argmin keras.backend.batch_flatten keras.backend.bias_add "
        "keras.backend.binary_crossentropy keras.backend.cast keras.backend.cast_to_floatx "
        "keras.backend.categorical_crossentropy keras.backend.clip keras.backend.concatenate "
        "keras.backend.constant keras.backend.cos keras.backend.cumprod keras.backend.cumsum keras.backend.dot "
        "keras.backend.dropout keras.backend.dtype keras.backend.elu keras.backend.equal keras.backend.eval "
        "keras.backend.exp keras.backend.expand_dims keras.backend.eye keras.backend.flatten "
        "keras.backend.foldl keras.backend.foldr keras.backend.function keras.backend.gather "
        "keras.backend.get_session keras.backend.get_uid keras.backend.get_value keras.backend.gradients "
        "keras.backend.greater keras.backend.greater_equal keras.backend.hard_sigmoid keras.backend.int_shape "
        "keras.backend.is_keras_tensor keras.backend.l2_normalize keras.backend.learning_phase "
        "keras.backend.less keras.backend.less_equal keras.backend.log keras.backend.map_fn keras.backend.max "
        "keras.backend.maximum keras.backend.mean keras.backend.min keras.backend.minimum keras.backend.ndim "
        "keras.backend.not_equal keras.backend.one_hot keras.backend.ones keras.backend.ones_like "
        "keras.backend.permute_dimensions keras.backend.pow keras.backend.prod keras.backend.random_bernoulli "
        "keras.backend.random_normal keras.backend.random_uniform keras.backend.relu keras.backend.repeat "
        "keras.backend.repeat_elements keras.backend.reshape keras.backend.reverse keras.backend.rnn "
        "keras.backend.round keras.backend.shape keras.backend.sigmoid keras.backend.sign keras.backend.sin "
        "keras.backend.softmax keras.backend.softplus keras.backend.softsign "
        "keras.backend.sparse_categorical_crossentropy keras.backend.sqrt keras.backend.square "
        "keras.backend.squeeze keras.backend.stack keras.backend.std keras.backend.stop_gradient "
        "keras.backend.sum keras.backend.switch keras.backend.tanh keras.backend.tile keras.backend.transpose "
        "keras.backend.truncated_normal keras.backend.var keras.backend.variable keras.backend.zeros "
        "keras.backend.zeros_like keras.utils.is_keras_tensor "
    ),
    "keras.base_layer": (
        "keras.Input keras.InputSpec keras.Layer keras.layers.Input keras.layers.InputLayer "
        "keras.layers.InputSpec keras.layers.Layer keras.layers.Layer.input keras.layers.Layer.kernel "
        "keras.layers.Layer.spelling "
    ),
    "keras.convolution": (
        "keras.layers.AdaptiveAveragePooling1D keras.layers.AdaptiveAveragePooling2D "
        "keras.layers.AdaptiveAveragePooling3D keras.layers.AdaptiveMaxPooling1D "
        "keras.layers.AdaptiveMaxPooling2D keras.layers.AdaptiveMaxPooling3D keras.layers.AveragePooling1D "
        "keras.layers.AveragePooling2D keras.layers.AveragePooling3D keras.layers.AvgPool1D "
        "keras.layers.AvgPool2D keras.layers.AvgPool3D keras.layers.Conv1D keras.layers.Conv1DTranspose "
        "keras.layers.Conv2D keras.layers.Conv2DTranspose keras.layers.Conv3D keras.layers.Conv3DTranspose "
        "keras.layers.Convolution1D keras.layers.Convolution1DTranspose keras.layers.Convolution2D "
        "keras.layers.Convolution2DTranspose keras.layers.Convolution3D keras.layers.Convolution3DTranspose "
        "keras.layers.Cropping1D keras.layers.Cropping2D keras.layers.Cropping3D keras.layers.DepthwiseConv1D "
        "keras.layers.DepthwiseConv2D keras.layers.GlobalAveragePooling1D keras.layers.GlobalAveragePooling2D "
        "keras.layers.GlobalAveragePooling3D keras.layers.GlobalAvgPool1D keras.layers.GlobalAvgPool2D "
        "keras.layers.GlobalAvgPool3D keras.layers.GlobalMaxPool1D keras.layers.GlobalMaxPool2D "
        "keras.layers.GlobalMaxPool3D keras.layers.GlobalMaxPooling1D keras.layers.GlobalMaxPooling2D "
        "keras.layers.GlobalMaxPooling3D keras.layers.MaxPool1D keras.layers.MaxPool2D keras.layers.MaxPool3D "
        "keras.layers.MaxPooling1D keras.layers.MaxPooling2D keras.layers.MaxPooling3D "
        "keras.layers.SeparableConv1D keras.layers.SeparableConv2D keras.layers.SeparableConvolution1D "
        "keras.layers.SeparableConvolution2D keras.layers.UpSampling1D keras.layers.UpSampling2D "
        "keras.layers.UpSampling3D keras.layers.ZeroPadding1D keras.layers.ZeroPadding2D "
        "keras.layers.ZeroPadding3D "
    ),
    "keras.core_layers": (
        "keras.layers.ActivityRegularization keras.layers.AlphaDropout keras.layers.Dense keras.layers.Dropout "
        "keras.layers.EinsumDense keras.layers.Embedding keras.layers.Flatten keras.layers.GaussianDropout "
        "keras.layers.GaussianNoise keras.layers.Identity keras.layers.Masking keras.layers.Permute "
        "keras.layers.RepeatVector keras.layers.Reshape keras.layers.ReversibleEmbedding "
        "keras.layers.SpatialDropout1D keras.layers.SpatialDropout2D keras.layers.SpatialDropout3D "
    ),
    "keras.data_checks": (
        "keras.Model.class_weight "
    ),
    "keras.datasets": (
        "keras.datasets.boston_housing.load_data keras.datasets.california_housing.load_data "
        "keras.datasets.cifar10.load_data keras.datasets.cifar100.load_data "
        "keras.datasets.fashion_mnist.load_data keras.datasets.imdb.get_word_index "
        "keras.datasets.imdb.load_data keras.datasets.mnist.load_data keras.datasets.reuters.get_label_names "
        "keras.datasets.reuters.get_word_index keras.datasets.reuters.load_data "
    ),
    "keras.distillation": (
        "keras.distillation.Distiller "
    ),
    "keras.feeding": (
        "keras.Model.surplus "
    ),
    "keras.losses": (
        "keras.Loss keras.losses.BinaryCrossentropy keras.losses.BinaryFocalCrossentropy keras.losses.CTC "
        "keras.losses.CategoricalCrossentropy keras.losses.CategoricalFocalCrossentropy "
        "keras.losses.CategoricalHinge keras.losses.CosineSimilarity keras.losses.Dice keras.losses.Hinge "
        "keras.losses.Huber keras.losses.KLDivergence keras.losses.LogCosh keras.losses.Loss "
        "keras.losses.Loss.align keras.losses.MeanAbsoluteError keras.losses.MeanAbsolutePercentageError "
        "keras.losses.MeanSquaredError keras.losses.MeanSquaredLogarithmicError keras.losses.Poisson "
        "keras.losses.SparseCategoricalCrossentropy keras.losses.SquaredHinge keras.losses.Tversky "
        "keras.losses.binary_crossentropy keras.losses.binary_focal_crossentropy "
        "keras.losses.categorical_crossentropy keras.losses.categorical_focal_crossentropy "
        "keras.losses.categorical_hinge keras.losses.cosine_similarity keras.losses.ctc "
        "keras.losses.deserialize keras.losses.dice keras.losses.get keras.losses.hinge keras.losses.huber "
        "keras.losses.kl_divergence keras.losses.log_cosh keras.losses.mean_absolute_error "
        "keras.losses.mean_absolute_percentage_error keras.losses.mean_squared_error "
        "keras.losses.mean_squared_logarithmic_error keras.losses.poisson "
        "keras.losses.sparse_categorical_crossentropy keras.losses.squared_hinge keras.losses.tversky "
        "keras.metrics.binary_crossentropy keras.metrics.binary_focal_crossentropy "
        "keras.metrics.categorical_crossentropy keras.metrics.categorical_focal_crossentropy "
        "keras.metrics.categorical_hinge keras.metrics.hinge keras.metrics.huber keras.metrics.kl_divergence "
        "keras.metrics.log_cosh keras.metrics.mean_absolute_error keras.metrics.mean_absolute_percentage_error "
        "keras.metrics.mean_squared_error keras.metrics.mean_squared_logarithmic_error keras.metrics.poisson "
        "keras.metrics.sparse_categorical_crossentropy keras.metrics.squared_hinge "
    ),
    "keras.losses_rare": (
        "keras.losses.CategoricalGeneralizedCrossEntropy keras.losses.Circle "
        "keras.losses.categorical_generalized_cross_entropy keras.losses.circle "
    ),
    "keras.merging": (
        "keras.layers.Add keras.layers.Average keras.layers.Concatenate keras.layers.Dot keras.layers.Maximum "
        "keras.layers.Minimum keras.layers.Multiply keras.layers.Subtract keras.layers.add keras.layers.average "
        "keras.layers.concatenate keras.layers.dot keras.layers.maximum keras.layers.minimum "
        "keras.layers.multiply keras.layers.subtract "
    ),
    "keras.metric_objects": (
        "keras.Metric keras.metrics.MeanMetricWrapper keras.metrics.Metric keras.metrics.Metric.regression "
        "keras.metrics.Metric.threshold keras.metrics.deserialize keras.metrics.get "
    ),
    "keras.metrics": (
        "keras.metrics.AUC keras.metrics.Accuracy keras.metrics.BinaryAccuracy keras.metrics.BinaryCrossentropy "
        "keras.metrics.CategoricalAccuracy keras.metrics.CategoricalCrossentropy keras.metrics.CategoricalHinge "
        "keras.metrics.CosineSimilarity keras.metrics.F1Score keras.metrics.FBetaScore "
        "keras.metrics.FalseNegatives keras.metrics.FalsePositives keras.metrics.Hinge keras.metrics.IoU "
        "keras.metrics.KLDivergence keras.metrics.LogCoshError keras.metrics.Mean "
        "keras.metrics.MeanAbsoluteError keras.metrics.MeanAbsolutePercentageError keras.metrics.MeanIoU "
        "keras.metrics.MeanSquaredError keras.metrics.MeanSquaredLogarithmicError keras.metrics.OneHotIoU "
        "keras.metrics.OneHotMeanIoU keras.metrics.Poisson keras.metrics.Precision keras.metrics.Recall "
        "keras.metrics.RootMeanSquaredError keras.metrics.SparseCategoricalAccuracy "
        "keras.metrics.SparseCategoricalCrossentropy keras.metrics.SparseTopKCategoricalAccuracy "
        "keras.metrics.SquaredHinge keras.metrics.Sum keras.metrics.TopKCategoricalAccuracy "
        "keras.metrics.TrueNegatives keras.metrics.TruePositives keras.metrics.binary_accuracy "
        "keras.metrics.categorical_accuracy keras.metrics.sparse_categorical_accuracy "
        "keras.metrics.sparse_top_k_categorical_accuracy keras.metrics.top_k_categorical_accuracy "
    ),
    "keras.metrics_rare": (
        "keras.metrics.BinaryIoU keras.metrics.ConcordanceCorrelation keras.metrics.PearsonCorrelation "
        "keras.metrics.PrecisionAtRecall keras.metrics.R2Score keras.metrics.RecallAtPrecision "
        "keras.metrics.SensitivityAtSpecificity keras.metrics.SpecificityAtSensitivity "
        "keras.metrics.concordance_correlation keras.metrics.pearson_correlation "
    ),
    "keras.models": (
        "keras.Model keras.Model.evaluate keras.Model.fit keras.Model.input keras.Model.predict "
        "keras.Model.predict_on_batch keras.Model.test_on_batch keras.Model.train_on_batch keras.Sequential "
        "keras.models.Model keras.models.Sequential keras.models.clone_model keras.models.model_from_config "
        "keras.models.model_from_json keras.models.model_from_yaml "
    ),
    "keras.networks": (
        "keras.utils.get_source_inputs "
    ),
    "keras.normalization": (
        "keras.layers.BatchNormalization keras.layers.GroupNormalization keras.layers.LayerNormalization "
        "keras.layers.RMSNormalization keras.layers.UnitNormalization "
    ),
    "keras.opaque": (
        "keras.DTypePolicy keras.FloatDTypePolicy keras.Quantizer keras.RematScope keras.StatelessScope "
        "keras.SymbolicScope keras.backend.is_float_dtype keras.backend.is_int_dtype keras.backend.result_type "
        "keras.backend.standardize_dtype keras.callbacks.OrbaxCheckpoint keras.config.disable_flash_attention "
        "keras.config.disable_interactive_logging keras.config.dtype_policy keras.config.enable_flash_attention "
        "keras.config.enable_interactive_logging keras.config.is_flash_attention_enabled "
        "keras.config.is_interactive_logging_enabled keras.config.is_nnx_enabled "
        "keras.config.is_traceback_filtering_enabled keras.config.max_epochs keras.config.max_steps_per_epoch "
        "keras.config.set_max_epochs keras.config.set_max_steps_per_epoch keras.device "
        "keras.distillation.DistillationLoss keras.distillation.FeatureDistillation "
        "keras.distillation.LogitsDistillation keras.distribution.DataParallel keras.distribution.DeviceMesh "
        "keras.distribution.LayoutMap keras.distribution.ModelParallel keras.distribution.TensorLayout "
        "keras.distribution.distribute_tensor keras.distribution.distribution "
        "keras.distribution.get_device_count keras.distribution.initialize keras.distribution.list_devices "
        "keras.distribution.set_distribution keras.dtype_policies.AWQDTypePolicy "
        "keras.dtype_policies.DTypePolicy keras.dtype_policies.DTypePolicyMap "
        "keras.dtype_policies.FloatDTypePolicy keras.dtype_policies.GPTQDTypePolicy "
        "keras.dtype_policies.Int4DTypePolicy keras.dtype_policies.QuantizedDTypePolicy "
        "keras.dtype_policies.QuantizedFloat8DTypePolicy keras.dtype_policies.deserialize "
        "keras.dtype_policies.get keras.dtype_policies.serialize keras.export.ExportArchive "
        "keras.initializers.STFT keras.initializers.STFTInitializer keras.initializers.stft "
        "keras.layers.FlaxLayer keras.layers.JaxLayer keras.layers.TFSMLayer keras.layers.TorchModuleWrapper "
        "keras.legacy.saving.deserialize_keras_object keras.legacy.saving.serialize_keras_object "
        "keras.losses.serialize keras.metrics.serialize keras.mixed_precision.dtype_policy "
        "keras.mixed_precision.global_policy keras.name_scope keras.optimizers.MultiOptimizer "
        "keras.optimizers.OptimizerMap keras.optimizers.legacy.Ftrl keras.optimizers.legacy.SGD "
        "keras.optimizers.schedules.deserialize keras.optimizers.schedules.serialize keras.quantizers.AWQConfig "
        "keras.quantizers.AbsMaxQuantizer keras.quantizers.Float8QuantizationConfig keras.quantizers.GPTQConfig "
        "keras.quantizers.Int4QuantizationConfig keras.quantizers.Int8QuantizationConfig "
        "keras.quantizers.QuantizationConfig keras.quantizers.Quantizer keras.quantizers.abs_max_quantize "
        "keras.quantizers.abs_max_quantize_grouped_with_zero_point keras.quantizers.compute_float8_amax_history "
        "keras.quantizers.compute_float8_scale keras.quantizers.deserialize "
        "keras.quantizers.fake_quant_with_min_max_vars keras.quantizers.get keras.quantizers.pack_int4 "
        "keras.quantizers.quantize_and_dequantize keras.quantizers.serialize keras.quantizers.unpack_int4 "
        "keras.remat keras.saving.CustomObjectScope keras.saving.KerasFileEditor "
        "keras.saving.custom_object_scope keras.saving.deserialize_keras_object keras.saving.get_custom_objects "
        "keras.saving.get_registered_name keras.saving.get_registered_object keras.saving.load_weights "
        "keras.saving.serialize_keras_object keras.utils.Config keras.utils.bounding_boxes.affine_transform "
        "keras.utils.bounding_boxes.clip_to_image_size keras.utils.bounding_boxes.compute_ciou "
        "keras.utils.bounding_boxes.compute_iou keras.utils.bounding_boxes.convert_format "
        "keras.utils.bounding_boxes.crop keras.utils.bounding_boxes.decode_deltas_to_boxes "
        "keras.utils.bounding_boxes.encode_box_to_deltas keras.utils.bounding_boxes.pad "
        "keras.utils.custom_object_scope keras.utils.deserialize_keras_object keras.utils.get_registered_name "
        "keras.utils.get_registered_object keras.utils.is_interactive_logging_enabled "
        "keras.utils.legacy.deserialize_keras_object keras.utils.legacy.serialize_keras_object "
        "keras.utils.serialize_keras_object keras.utils.standardize_dtype keras.version "
        "keras.visualization.draw_bounding_boxes keras.visualization.draw_segmentation_masks "
        "keras.visualization.plot_bounding_box_gallery keras.visualization.plot_image_gallery "
        "keras.visualization.plot_segmentation_mask_gallery keras.wrappers.SKLearnClassifier "
        "keras.wrappers.SKLearnRegressor keras.wrappers.SKLearnTransformer "
    ),
    "keras.ops_elementwise": (
        "keras.ops.abs keras.ops.absolute keras.ops.add keras.ops.all keras.ops.amax keras.ops.amin "
        "keras.ops.any keras.ops.arccos keras.ops.arccosh keras.ops.arcsin keras.ops.arcsinh keras.ops.arctan "
        "keras.ops.arctan2 keras.ops.arctanh keras.ops.argmax keras.ops.argmin keras.ops.average "
        "keras.ops.bitwise_and keras.ops.bitwise_left_shift keras.ops.bitwise_or keras.ops.bitwise_right_shift "
        "keras.ops.bitwise_xor keras.ops.cast keras.ops.cbrt keras.ops.ceil keras.ops.clip keras.ops.conj "
        "keras.ops.conjugate keras.ops.copy keras.ops.cos keras.ops.cosh keras.ops.count_nonzero "
        "keras.ops.cumprod keras.ops.cumsum keras.ops.deg2rad keras.ops.divide keras.ops.divide_no_nan "
        "keras.ops.equal keras.ops.erf keras.ops.erfc keras.ops.erfinv keras.ops.exp keras.ops.exp2 "
        "keras.ops.expm1 keras.ops.fabs keras.ops.floor keras.ops.floor_divide keras.ops.fmax keras.ops.fmin "
        "keras.ops.fmod keras.ops.gcd keras.ops.greater keras.ops.greater_equal keras.ops.heaviside "
        "keras.ops.hypot keras.ops.i0 keras.ops.isclose keras.ops.isfinite keras.ops.isinf keras.ops.isnan "
        "keras.ops.isneginf keras.ops.isposinf keras.ops.isreal keras.ops.lcm keras.ops.ldexp "
        "keras.ops.left_shift keras.ops.less keras.ops.less_equal keras.ops.log keras.ops.log10 keras.ops.log1p "
        "keras.ops.log2 keras.ops.logaddexp keras.ops.logaddexp2 keras.ops.logical_and keras.ops.logical_not "
        "keras.ops.logical_or keras.ops.logical_xor keras.ops.logsumexp keras.ops.max keras.ops.maximum "
        "keras.ops.mean keras.ops.median keras.ops.min keras.ops.minimum keras.ops.mod keras.ops.moments "
        "keras.ops.multiply keras.ops.nan_to_num keras.ops.nanargmax keras.ops.nanargmin keras.ops.nancumprod "
        "keras.ops.nancumsum keras.ops.nanmax keras.ops.nanmean keras.ops.nanmedian keras.ops.nanmin "
        "keras.ops.nanprod keras.ops.nanstd keras.ops.nansum keras.ops.nanvar keras.ops.negative "
        "keras.ops.nextafter keras.ops.norm keras.ops.normalize keras.ops.not_equal keras.ops.power "
        "keras.ops.prod keras.ops.ptp keras.ops.rad2deg keras.ops.reciprocal keras.ops.right_shift "
        "keras.ops.round keras.ops.rsqrt keras.ops.saturate_cast keras.ops.sign keras.ops.signbit keras.ops.sin "
        "keras.ops.sinc keras.ops.sinh keras.ops.sqrt keras.ops.square keras.ops.std keras.ops.stop_gradient "
        "keras.ops.subtract keras.ops.sum keras.ops.tan keras.ops.true_divide keras.ops.trunc keras.ops.var "
        "keras.ops.where "
    ),
    "keras.ops_flow": (
        "keras.ops.associative_scan keras.ops.cond keras.ops.custom_gradient keras.ops.dtype "
        "keras.ops.einops.rearrange keras.ops.fori_loop keras.ops.jvp keras.ops.map keras.ops.rearrange "
        "keras.ops.scan keras.ops.switch keras.ops.vectorize keras.ops.vectorized_map keras.ops.while_loop "
    ),
    "keras.ops_image": (
        "keras.ops.image.affine_transform keras.ops.image.crop_images keras.ops.image.elastic_transform "
        "keras.ops.image.extract_patches keras.ops.image.extract_patches_3d keras.ops.image.gaussian_blur "
        "keras.ops.image.hsv_to_rgb keras.ops.image.map_coordinates keras.ops.image.pad_images "
        "keras.ops.image.perspective_transform keras.ops.image.resize keras.ops.image.rgb_to_grayscale "
        "keras.ops.image.rgb_to_hsv keras.ops.image.scale_and_translate keras.ops.image.sobel_edges "
        "keras.ops.image.ssim "
    ),
    "keras.ops_joining": (
        "keras.ops.concatenate keras.ops.dot keras.ops.dot_product_attention keras.ops.einsum keras.ops.one_hot "
        "keras.ops.outer keras.ops.split keras.ops.stack keras.ops.take keras.ops.take_along_axis "
        "keras.ops.tensordot keras.ops.top_k keras.ops.unstack keras.random.beta keras.random.binomial "
        "keras.random.categorical keras.random.dropout keras.random.gamma keras.random.normal "
        "keras.random.randint keras.random.shuffle keras.random.truncated_normal keras.random.uniform "
    ),
    "keras.ops_linalg": (
        "keras.ops.cdist keras.ops.cholesky keras.ops.cholesky_inverse keras.ops.cross keras.ops.det "
        "keras.ops.eig keras.ops.eigh keras.ops.inner keras.ops.inv keras.ops.kron keras.ops.logdet "
        "keras.ops.lstsq keras.ops.lu_factor keras.ops.matrix_rank keras.ops.pinv keras.ops.qr "
        "keras.ops.slogdet keras.ops.solve keras.ops.solve_triangular keras.ops.svd keras.ops.vdot "
    ),
    "keras.ops_nn": (
        "keras.ops.adaptive_average_pool keras.ops.adaptive_max_pool keras.ops.average_pool "
        "keras.ops.batch_normalization keras.ops.binary_crossentropy keras.ops.categorical_crossentropy "
        "keras.ops.conv keras.ops.conv_transpose keras.ops.depth_to_space keras.ops.depthwise_conv "
        "keras.ops.fold keras.ops.layer_normalization keras.ops.max_pool keras.ops.multi_hot keras.ops.psnr "
        "keras.ops.rms_normalization keras.ops.separable_conv keras.ops.space_to_depth "
        "keras.ops.sparse_categorical_crossentropy keras.ops.unfold "
    ),
    "keras.ops_numpy": (
        "keras.ops.allclose keras.ops.angle keras.ops.append keras.ops.argpartition keras.ops.array_split "
        "keras.ops.bartlett keras.ops.bincount keras.ops.bitwise_invert keras.ops.bitwise_not "
        "keras.ops.blackman keras.ops.corrcoef keras.ops.correlate keras.ops.diag keras.ops.diagflat "
        "keras.ops.diagonal keras.ops.diff keras.ops.digitize keras.ops.dsplit keras.ops.dstack "
        "keras.ops.geomspace keras.ops.get_item keras.ops.hamming keras.ops.hanning keras.ops.histogram "
        "keras.ops.hsplit keras.ops.hstack keras.ops.imag keras.ops.in_top_k keras.ops.isin keras.ops.kaiser "
        "keras.ops.logspace keras.ops.meshgrid keras.ops.nanpercentile keras.ops.nanquantile keras.ops.nonzero "
        "keras.ops.percentile keras.ops.polar keras.ops.quantile keras.ops.real keras.ops.rot90 "
        "keras.ops.scatter keras.ops.scatter_update keras.ops.searchsorted keras.ops.segment_max "
        "keras.ops.segment_min keras.ops.segment_prod keras.ops.segment_sum keras.ops.select keras.ops.slice "
        "keras.ops.slice_update keras.ops.trace keras.ops.trapezoid keras.ops.tri keras.ops.unique "
        "keras.ops.unravel_index keras.ops.vander keras.ops.view keras.ops.view_as_complex "
        "keras.ops.view_as_real keras.ops.vsplit keras.ops.vstack "
    ),
    "keras.ops_shape": (
        "keras.ops.arange keras.ops.argsort keras.ops.array keras.ops.broadcast_to keras.ops.convert_to_numpy "
        "keras.ops.convert_to_tensor keras.ops.empty keras.ops.empty_like keras.ops.expand_dims keras.ops.eye "
        "keras.ops.flip keras.ops.fliplr keras.ops.flipud keras.ops.full keras.ops.full_like keras.ops.identity "
        "keras.ops.is_tensor keras.ops.linspace keras.ops.moveaxis keras.ops.ndim keras.ops.ones "
        "keras.ops.ones_like keras.ops.pad keras.ops.ravel keras.ops.repeat keras.ops.reshape keras.ops.roll "
        "keras.ops.shape keras.ops.size keras.ops.sort keras.ops.squeeze keras.ops.swapaxes keras.ops.tile "
        "keras.ops.transpose keras.ops.tril keras.ops.triu keras.ops.zeros keras.ops.zeros_like "
    ),
    "keras.ops_signal": (
        "keras.ops.ctc_decode keras.ops.ctc_loss keras.ops.extract_sequences keras.ops.fft keras.ops.fft2 "
        "keras.ops.ifft2 keras.ops.irfft keras.ops.istft keras.ops.rfft keras.ops.stft "
    ),
    "keras.packing": (
        "keras.preprocessing.image.array_to_img keras.preprocessing.image.smart_resize keras.utils.array_to_img "
        "keras.utils.audio_dataset_from_directory keras.utils.pack_x_y_sample_weight keras.utils.split_dataset "
        "keras.utils.unpack_x_y_sample_weight "
    ),
    "keras.preprocessing": (
        "keras.layers.AugMix keras.layers.AutoContrast keras.layers.CategoryEncoding keras.layers.CenterCrop "
        "keras.layers.ContrastLimitedAdaptiveHistogramEqualization keras.layers.CutMix "
        "keras.layers.Discretization keras.layers.Equalization keras.layers.HashedCrossing keras.layers.Hashing "
        "keras.layers.IntegerLookup keras.layers.MaxNumBoundingBoxes keras.layers.MixUp "
        "keras.layers.Normalization keras.layers.RandAugment keras.layers.RandomBrightness "
        "keras.layers.RandomColorDegeneration keras.layers.RandomColorJitter keras.layers.RandomContrast "
        "keras.layers.RandomCrop keras.layers.RandomElasticTransform keras.layers.RandomErasing "
        "keras.layers.RandomFlip keras.layers.RandomGaussianBlur keras.layers.RandomGrayscale "
        "keras.layers.RandomHeight keras.layers.RandomHue keras.layers.RandomInvert "
        "keras.layers.RandomPerspective keras.layers.RandomPosterization keras.layers.RandomRotation "
        "keras.layers.RandomSaturation keras.layers.RandomSharpness keras.layers.RandomShear "
        "keras.layers.RandomTranslation keras.layers.RandomWidth keras.layers.RandomZoom keras.layers.Rescaling "
        "keras.layers.Resizing keras.layers.Solarization keras.layers.StringLookup "
        "keras.layers.TextVectorization "
    ),
    "keras.recurrent": (
        "keras.layers.Bidirectional keras.layers.ConvLSTM1D keras.layers.ConvLSTM2D keras.layers.ConvLSTM3D "
        "keras.layers.GRU keras.layers.GRUCell keras.layers.LSTM keras.layers.LSTMCell keras.layers.RNN "
        "keras.layers.SimpleRNN keras.layers.SimpleRNNCell keras.layers.StackedRNNCells "
    ),
    "keras.settings": (
        "keras.backend.image_data_format keras.backend.image_dim_ordering keras.backend.set_image_data_format "
        "keras.backend.set_image_dim_ordering keras.config.image_data_format keras.config.set_image_data_format "
    ),
    "keras.signals": (
        "keras.layers.MelSpectrogram keras.layers.STFTSpectrogram "
    ),
    "keras.stored": (
        "keras.Model.load_weights keras.models.load_model keras.models.save_model keras.saving.load_model "
        "keras.saving.save_model "
    ),
    "keras.tensors": (
        "keras.KerasTensor.__abs__ keras.KerasTensor.__add__ keras.KerasTensor.__and__ keras.KerasTensor.__eq__ "
        "keras.KerasTensor.__floordiv__ keras.KerasTensor.__ge__ keras.KerasTensor.__getitem__ "
        "keras.KerasTensor.__gt__ keras.KerasTensor.__invert__ keras.KerasTensor.__iter__ "
        "keras.KerasTensor.__le__ keras.KerasTensor.__len__ keras.KerasTensor.__lt__ "
        "keras.KerasTensor.__matmul__ keras.KerasTensor.__mod__ keras.KerasTensor.__mul__ "
        "keras.KerasTensor.__ne__ keras.KerasTensor.__neg__ keras.KerasTensor.__or__ keras.KerasTensor.__pos__ "
        "keras.KerasTensor.__pow__ keras.KerasTensor.__sub__ keras.KerasTensor.__truediv__ "
        "keras.KerasTensor.__xor__ keras.KerasTensor.assign keras.KerasTensor.assign_add "
        "keras.KerasTensor.assign_sub keras.KerasTensor.dtype keras.KerasTensor.eval "
        "keras.KerasTensor.get_shape keras.KerasTensor.name keras.KerasTensor.ndim keras.KerasTensor.numpy "
        "keras.KerasTensor.read_value keras.KerasTensor.set_shape keras.KerasTensor.shape "
        "keras.KerasTensor.value keras.Variable keras.ops.matmul "
    ),
    "keras.tolerant": (
        "keras.activations.deserialize keras.activations.get keras.activations.serialize "
        "keras.api_export.keras_export keras.backend.backend keras.backend.clear_session keras.backend.epsilon "
        "keras.backend.floatx keras.backend.set_epsilon keras.backend.set_floatx "
        "keras.backend.set_learning_phase keras.backend.set_session keras.backend.set_value "
        "keras.callbacks.BackupAndRestore keras.callbacks.BaseLogger keras.callbacks.CSVLogger "
        "keras.callbacks.Callback keras.callbacks.CallbackList keras.callbacks.EarlyStopping "
        "keras.callbacks.LambdaCallback keras.callbacks.LearningRateScheduler keras.callbacks.ModelCheckpoint "
        "keras.callbacks.ProgbarLogger keras.callbacks.ReduceLROnPlateau keras.callbacks.RemoteMonitor "
        "keras.callbacks.SwapEMAWeights keras.callbacks.TensorBoard keras.callbacks.TerminateOnNaN "
        "keras.config.backend keras.config.disable_traceback_filtering keras.config.enable_traceback_filtering "
        "keras.config.enable_unsafe_deserialization keras.config.epsilon keras.config.floatx "
        "keras.config.set_backend keras.config.set_dtype_policy keras.config.set_epsilon "
        "keras.config.set_floatx keras.constraints.Constraint keras.constraints.MaxNorm "
        "keras.constraints.MinMaxNorm keras.constraints.NonNeg keras.constraints.UnitNorm "
        "keras.constraints.deserialize keras.constraints.get keras.constraints.max_norm "
        "keras.constraints.maxnorm keras.constraints.min_max_norm keras.constraints.non_neg "
        "keras.constraints.nonneg keras.constraints.serialize keras.constraints.unit_norm "
        "keras.constraints.unitnorm keras.initializers.Constant keras.initializers.GlorotNormal "
        "keras.initializers.GlorotUniform keras.initializers.HeNormal keras.initializers.HeUniform "
        "keras.initializers.Identity keras.initializers.IdentityInitializer keras.initializers.Initializer "
        "keras.initializers.LecunNormal keras.initializers.LecunUniform keras.initializers.Ones "
        "keras.initializers.Orthogonal keras.initializers.OrthogonalInitializer keras.initializers.RandomNormal "
        "keras.initializers.RandomUniform keras.initializers.TruncatedNormal keras.initializers.VarianceScaling "
        "keras.initializers.Zeros keras.initializers.constant keras.initializers.deserialize "
        "keras.initializers.get keras.initializers.glorot_normal keras.initializers.glorot_uniform "
        "keras.initializers.he_normal keras.initializers.he_uniform keras.initializers.identity "
        "keras.initializers.lecun_normal keras.initializers.lecun_uniform keras.initializers.normal "
        "keras.initializers.one keras.initializers.ones keras.initializers.orthogonal "
        "keras.initializers.random_normal keras.initializers.random_uniform keras.initializers.serialize "
        "keras.initializers.truncated_normal keras.initializers.uniform keras.initializers.variance_scaling "
        "keras.initializers.zero keras.initializers.zeros keras.layers.deserialize keras.layers.serialize "
        "keras.mixed_precision.DTypePolicy keras.mixed_precision.LossScaleOptimizer "
        "keras.mixed_precision.Policy keras.mixed_precision.set_dtype_policy "
        "keras.mixed_precision.set_global_policy keras.optimizers.Adadelta keras.optimizers.Adafactor "
        "keras.optimizers.Adagrad keras.optimizers.Adam keras.optimizers.AdamW keras.optimizers.Adamax "
        "keras.optimizers.Ftrl keras.optimizers.Lamb keras.optimizers.Lion keras.optimizers.LossScaleOptimizer "
        "keras.optimizers.Muon keras.optimizers.Nadam keras.optimizers.Optimizer keras.optimizers.RMSprop "
        "keras.optimizers.SGD keras.optimizers.ScheduleFreeAdamW keras.optimizers.adam "
        "keras.optimizers.deserialize keras.optimizers.get keras.optimizers.legacy.Adagrad "
        "keras.optimizers.legacy.Adam keras.optimizers.legacy.Optimizer keras.optimizers.legacy.RMSprop "
        "keras.optimizers.rmsprop keras.optimizers.schedules.CosineDecay "
        "keras.optimizers.schedules.CosineDecayRestarts keras.optimizers.schedules.ExponentialDecay "
        "keras.optimizers.schedules.InverseTimeDecay keras.optimizers.schedules.LearningRateSchedule "
        "keras.optimizers.schedules.PiecewiseConstantDecay keras.optimizers.schedules.PolynomialDecay "
        "keras.optimizers.serialize keras.optimizers.sgd keras.preprocessing.image.save_img "
        "keras.random.SeedGenerator keras.regularizers.L1 keras.regularizers.L1L2 keras.regularizers.L1l2 "
        "keras.regularizers.L2 keras.regularizers.OrthogonalRegularizer keras.regularizers.Regularizer "
        "keras.regularizers.deserialize keras.regularizers.get keras.regularizers.l1 keras.regularizers.l1_l2 "
        "keras.regularizers.l2 keras.regularizers.orthogonal_regularizer keras.regularizers.serialize "
        "keras.saving.register_keras_serializable keras.saving.save_weights keras.utils.CustomObjectScope "
        "keras.utils.FeatureSpace keras.utils.GeneratorEnqueuer keras.utils.OrderedEnqueuer keras.utils.Progbar "
        "keras.utils.PyDataset keras.utils.Sequence keras.utils.clear_session "
        "keras.utils.disable_interactive_logging keras.utils.enable_interactive_logging "
        "keras.utils.get_custom_objects keras.utils.get_file keras.utils.model_to_dot keras.utils.plot_model "
        "keras.utils.register_keras_serializable keras.utils.save_img keras.utils.set_random_seed "
    ),
    "keras.training": (
        "keras.Model.untrained keras.callbacks.History "
    ),
    "keras.trees": (
        "keras.tree.MAP_TO_NONE keras.tree.assert_same_paths keras.tree.assert_same_structure "
        "keras.tree.flatten keras.tree.flatten_with_path keras.tree.is_nested keras.tree.lists_to_tuples "
        "keras.tree.map_shape_structure keras.tree.map_structure keras.tree.map_structure_up_to "
        "keras.tree.pack_sequence_as keras.tree.traverse "
    ),
    "keras.utils": (
        "keras.preprocessing.image.ImageDataGenerator keras.preprocessing.image.Iterator "
        "keras.preprocessing.image.image_dataset_from_directory keras.preprocessing.image.img_to_array "
        "keras.preprocessing.image.load_img keras.preprocessing.sequence.timeseries_dataset_from_array "
        "keras.preprocessing.text.Tokenizer keras.preprocessing.timeseries_dataset_from_array "
        "keras.utils.image_dataset_from_directory keras.utils.img_to_array keras.utils.load_img "
        "keras.utils.normalize keras.utils.pad_sequences keras.utils.text_dataset_from_directory "
        "keras.utils.timeseries_dataset_from_array keras.utils.to_categorical "
    ),
    "keras.variables": (
        "keras.layers.Layer.set_weights "
    ),
    "keras.weighing": (
        "keras.losses.Loss.weigh "
    ),
    "keras.wrappers": (
        "keras.layers.Lambda keras.layers.Pipeline keras.layers.SpectralNormalization "
        "keras.layers.TimeDistributed keras.layers.TimeDistributed.step keras.layers.TimeDistributed.steps "
        "keras.layers.Wrapper "
    ),
    "numpy.buffers": (
        "numpy.frombuffer numpy.fromiter numpy.fromstring numpy.ndarray numpy.vander "
    ),
    "numpy.constants": (
        "numpy.False_ numpy.Inf numpy.NAN numpy.NINF numpy.NaN numpy.True_ numpy.bool numpy.bool8 numpy.bool_ "
        "numpy.byte numpy.bytes_ numpy.cdouble numpy.character numpy.complex numpy.complex128 numpy.complex64 "
        "numpy.complex_ numpy.complexfloating numpy.csingle numpy.double numpy.dtype numpy.e numpy.euler_gamma "
        "numpy.finfo numpy.flexible numpy.float numpy.float16 numpy.float32 numpy.float64 numpy.float_ "
        "numpy.floating numpy.generic numpy.half numpy.iinfo numpy.inexact numpy.inf numpy.infty numpy.int "
        "numpy.int16 numpy.int32 numpy.int64 numpy.int8 numpy.int_ numpy.intc numpy.integer numpy.intp "
        "numpy.isscalar numpy.issubdtype numpy.long numpy.longlong numpy.nan numpy.newaxis numpy.number "
        "numpy.object numpy.object_ numpy.pi numpy.promote_types numpy.result_type numpy.short "
        "numpy.signedinteger numpy.single numpy.str numpy.str_ numpy.string_ numpy.ubyte numpy.uint "
        "numpy.uint16 numpy.uint32 numpy.uint64 numpy.uint8 numpy.uintc numpy.uintp numpy.ulong numpy.ulonglong "
        "numpy.unicode_ numpy.unsignedinteger numpy.ushort "
    ),
    "numpy.creation": (
        "numpy.arange numpy.array numpy.asanyarray numpy.asarray numpy.asarray_chkfinite "
        "numpy.ascontiguousarray numpy.asfortranarray numpy.copy numpy.diag numpy.diagflat numpy.empty "
        "numpy.empty_like numpy.eye numpy.full numpy.full_like numpy.geomspace numpy.identity numpy.indices "
        "numpy.linspace numpy.logspace numpy.meshgrid numpy.ones numpy.ones_like numpy.require numpy.tri "
        "numpy.tril numpy.triu numpy.zeros numpy.zeros_like "
    ),
    "numpy.elementwise": (
        "numpy.abs numpy.absolute numpy.acos numpy.acosh numpy.add numpy.arccos numpy.arccosh numpy.arcsin "
        "numpy.arcsinh numpy.arctan numpy.arctan2 numpy.arctanh numpy.asin numpy.asinh numpy.atan numpy.atan2 "
        "numpy.atanh numpy.bitwise_and numpy.bitwise_count numpy.bitwise_invert numpy.bitwise_left_shift "
        "numpy.bitwise_not numpy.bitwise_or numpy.bitwise_right_shift numpy.bitwise_xor numpy.cbrt numpy.ceil "
        "numpy.conj numpy.conjugate numpy.copysign numpy.cos numpy.cosh numpy.deg2rad numpy.degrees "
        "numpy.divide numpy.divmod numpy.equal numpy.exp numpy.exp2 numpy.expm1 numpy.fabs numpy.float_power "
        "numpy.floor numpy.floor_divide numpy.fmax numpy.fmin numpy.fmod numpy.frexp numpy.gcd numpy.greater "
        "numpy.greater_equal numpy.heaviside numpy.hypot numpy.invert numpy.isfinite numpy.isinf numpy.isnan "
        "numpy.lcm numpy.ldexp numpy.left_shift numpy.less numpy.less_equal numpy.log numpy.log10 numpy.log1p "
        "numpy.log2 numpy.logaddexp numpy.logaddexp2 numpy.logical_and numpy.logical_not numpy.logical_or "
        "numpy.logical_xor numpy.maximum numpy.minimum numpy.mod numpy.modf numpy.multiply "
        "numpy.ndarray.__abs__ numpy.ndarray.__add__ numpy.ndarray.__and__ numpy.ndarray.__divmod__ "
        "numpy.ndarray.__eq__ numpy.ndarray.__floordiv__ numpy.ndarray.__ge__ numpy.ndarray.__gt__ "
        "numpy.ndarray.__invert__ numpy.ndarray.__le__ numpy.ndarray.__lshift__ numpy.ndarray.__lt__ "
        "numpy.ndarray.__mod__ numpy.ndarray.__mul__ numpy.ndarray.__ne__ numpy.ndarray.__neg__ "
        "numpy.ndarray.__or__ numpy.ndarray.__pos__ numpy.ndarray.__pow__ numpy.ndarray.__rshift__ "
        "numpy.ndarray.__sub__ numpy.ndarray.__truediv__ numpy.ndarray.__xor__ numpy.ndarray.conj "
        "numpy.ndarray.conjugate numpy.negative numpy.nextafter numpy.not_equal numpy.positive numpy.pow "
        "numpy.power numpy.rad2deg numpy.radians numpy.reciprocal numpy.remainder numpy.right_shift numpy.rint "
        "numpy.sign numpy.signbit numpy.sin numpy.sinh numpy.spacing numpy.sqrt numpy.square numpy.subtract "
        "numpy.tan numpy.tanh numpy.true_divide numpy.trunc "
    ),
    "numpy.files": (
        "numpy.allclose numpy.array2string numpy.array_equal numpy.array_equiv numpy.array_repr numpy.array_str "
        "numpy.base_repr numpy.binary_repr numpy.can_cast numpy.errstate numpy.format_float_positional "
        "numpy.format_float_scientific numpy.fromfile numpy.genfromtxt numpy.load numpy.loadtxt "
        "numpy.may_share_memory numpy.memmap numpy.ndarray.__contains__ numpy.printoptions numpy.save "
        "numpy.savetxt numpy.savez numpy.savez_compressed numpy.set_printoptions numpy.setbufsize numpy.seterr "
        "numpy.seterrcall numpy.shares_memory numpy.testing.assert_ numpy.testing.assert_allclose "
        "numpy.testing.assert_almost_equal numpy.testing.assert_approx_equal "
        "numpy.testing.assert_array_almost_equal numpy.testing.assert_array_equal "
        "numpy.testing.assert_array_less numpy.testing.assert_equal numpy.testing.assert_string_equal "
        "numpy.warnings.filterwarnings "
    ),
    "numpy.fourier": (
        "numpy.bartlett numpy.blackman numpy.fft.fft numpy.fft.fft2 numpy.fft.fftfreq numpy.fft.fftn "
        "numpy.fft.fftshift numpy.fft.hfft numpy.fft.ifft numpy.fft.ifft2 numpy.fft.ifftn numpy.fft.ifftshift "
        "numpy.fft.ihfft numpy.fft.irfft numpy.fft.irfft2 numpy.fft.irfftn numpy.fft.rfft numpy.fft.rfft2 "
        "numpy.fft.rfftfreq numpy.fft.rfftn numpy.hamming numpy.hanning numpy.kaiser "
    ),
    "numpy.generators": (
        "numpy.random.Generator numpy.random.MT19937 numpy.random.PCG64 numpy.random.Philox "
        "numpy.random.RandomState numpy.random.SFC64 numpy.random.SeedSequence numpy.random.bytes "
        "numpy.random.default_rng numpy.random.get_state numpy.random.seed numpy.random.set_state "
        "numpy.random.shuffle "
    ),
    "numpy.higher": (
        "numpy.add.accumulate numpy.add.at numpy.add.outer numpy.add.reduce numpy.apply_along_axis "
        "numpy.arctan2.outer numpy.bitwise_and.accumulate numpy.bitwise_and.outer numpy.bitwise_and.reduce "
        "numpy.bitwise_or.accumulate numpy.bitwise_or.outer numpy.bitwise_or.reduce numpy.bitwise_xor.outer "
        "numpy.c_ numpy.copysign.outer numpy.divide.outer numpy.equal.outer numpy.float_power.outer "
        "numpy.floor_divide.outer numpy.fmax.outer numpy.fmin.outer numpy.fmod.outer numpy.fromfunction "
        "numpy.frompyfunc numpy.gcd.outer numpy.greater.outer numpy.greater_equal.outer numpy.heaviside.outer "
        "numpy.hypot.outer numpy.index_exp numpy.lcm.outer numpy.left_shift.outer numpy.less.outer "
        "numpy.less_equal.outer numpy.logaddexp.outer numpy.logaddexp2.outer numpy.logical_and.accumulate "
        "numpy.logical_and.outer numpy.logical_and.reduce numpy.logical_or.accumulate numpy.logical_or.outer "
        "numpy.logical_or.reduce numpy.logical_xor.outer numpy.maximum.accumulate numpy.maximum.at "
        "numpy.maximum.outer numpy.maximum.reduce numpy.mgrid numpy.minimum.accumulate numpy.minimum.at "
        "numpy.minimum.outer numpy.minimum.reduce numpy.multiply.accumulate numpy.multiply.at "
        "numpy.multiply.outer numpy.multiply.reduce numpy.ndenumerate numpy.ndindex numpy.nextafter.outer "
        "numpy.not_equal.outer numpy.ogrid numpy.piecewise numpy.power.outer numpy.r_ numpy.remainder.outer "
        "numpy.right_shift.outer numpy.s_ numpy.subtract.at numpy.subtract.outer numpy.vectorize "
    ),
    "numpy.inplace": (
        "numpy.ndarray.__iadd__ numpy.ndarray.__iand__ numpy.ndarray.__ifloordiv__ numpy.ndarray.__ilshift__ "
        "numpy.ndarray.__imod__ numpy.ndarray.__imul__ numpy.ndarray.__ior__ numpy.ndarray.__ipow__ "
        "numpy.ndarray.__irshift__ numpy.ndarray.__isub__ numpy.ndarray.__itruediv__ numpy.ndarray.__ixor__ "
    ),
    "numpy.joining": (
        "numpy.append numpy.block numpy.column_stack numpy.concat numpy.concatenate numpy.delete numpy.dstack "
        "numpy.ediff1d numpy.hstack numpy.insert numpy.pad numpy.row_stack numpy.stack numpy.trim_zeros "
        "numpy.vstack "
    ),
    "numpy.methods": (
        "numpy.iscomplexobj numpy.isrealobj numpy.ndarray.__bool__ numpy.ndarray.__copy__ "
        "numpy.ndarray.__deepcopy__ numpy.ndarray.__float__ numpy.ndarray.__index__ numpy.ndarray.__int__ "
        "numpy.ndarray.__iter__ numpy.ndarray.__len__ numpy.ndarray.__setattr__ numpy.ndarray.astype "
        "numpy.ndarray.byteswap numpy.ndarray.copy numpy.ndarray.dtype numpy.ndarray.dump numpy.ndarray.flat "
        "numpy.ndarray.item numpy.ndarray.itemsize numpy.ndarray.nbytes numpy.ndarray.ndim numpy.ndarray.resize "
        "numpy.ndarray.setflags numpy.ndarray.shape numpy.ndarray.size numpy.ndarray.strides "
        "numpy.ndarray.tobytes numpy.ndarray.tofile numpy.ndarray.tolist numpy.ndarray.tostring "
        "numpy.ndarray.view numpy.ndim numpy.shape numpy.size "
    ),
    "numpy.movement": (
        "numpy.atleast_1d numpy.atleast_2d numpy.atleast_3d numpy.broadcast_arrays numpy.broadcast_shapes "
        "numpy.broadcast_to numpy.diagonal numpy.expand_dims numpy.flip numpy.fliplr numpy.flipud "
        "numpy.linalg.matrix_transpose numpy.matrix_transpose numpy.moveaxis numpy.ndarray.T "
        "numpy.ndarray.diagonal numpy.ndarray.flatten numpy.ndarray.mT numpy.ndarray.ravel numpy.ndarray.repeat "
        "numpy.ndarray.reshape numpy.ndarray.squeeze numpy.ndarray.swapaxes numpy.ndarray.transpose "
        "numpy.permute_dims numpy.ravel numpy.repeat numpy.reshape numpy.resize numpy.roll numpy.rollaxis "
        "numpy.rot90 numpy.squeeze numpy.swapaxes numpy.tile numpy.transpose "
    ),
    "numpy.newer": (
        "numpy.astype numpy.cumulative_prod numpy.cumulative_sum numpy.lib.stride_tricks.as_strided "
        "numpy.lib.stride_tricks.sliding_window_view numpy.linalg.diagonal numpy.linalg.matmul "
        "numpy.linalg.matrix_norm numpy.linalg.outer numpy.linalg.svdvals numpy.linalg.tensordot "
        "numpy.linalg.trace numpy.linalg.vecdot numpy.linalg.vector_norm numpy.matvec numpy.unique_all "
        "numpy.unique_counts numpy.unique_inverse numpy.unique_values numpy.unstack numpy.vecdot numpy.vecmat "
    ),
    "numpy.numeric": (
        "numpy.angle numpy.around numpy.clip numpy.convolve numpy.corrcoef numpy.correlate numpy.cov numpy.fix "
        "numpy.gradient numpy.i0 numpy.imag numpy.interp numpy.isclose numpy.iscomplex numpy.isneginf "
        "numpy.isposinf numpy.isreal numpy.nan_to_num numpy.ndarray.clip numpy.ndarray.imag numpy.ndarray.real "
        "numpy.ndarray.round numpy.packbits numpy.real numpy.round numpy.sinc numpy.unpackbits numpy.unwrap "
    ),
    "numpy.ordering": (
        "numpy.argpartition numpy.argsort numpy.bincount numpy.digitize numpy.histogram numpy.histogram2d "
        "numpy.histogram_bin_edges numpy.in1d numpy.intersect1d numpy.isin numpy.lexsort "
        "numpy.ndarray.argpartition numpy.ndarray.argsort numpy.ndarray.partition numpy.ndarray.searchsorted "
        "numpy.ndarray.sort numpy.partition numpy.searchsorted numpy.setdiff1d numpy.setxor1d numpy.sort "
        "numpy.union1d numpy.unique "
    ),
    "numpy.places": (
        "numpy.copyto numpy.diag_indices numpy.diag_indices_from numpy.fill_diagonal numpy.ix_ "
        "numpy.ndarray.fill numpy.ndarray.put numpy.place numpy.put numpy.put_along_axis numpy.putmask "
        "numpy.ravel_multi_index numpy.tril_indices numpy.tril_indices_from numpy.triu_indices "
        "numpy.triu_indices_from numpy.unravel_index "
    ),
    "numpy.polynomials": (
        "numpy.poly numpy.poly1d numpy.polyadd numpy.polyder numpy.polyfit numpy.polyint numpy.polymul "
        "numpy.polysub numpy.polyval numpy.roots "
    ),
    "numpy.products": (
        "numpy.cross numpy.dot numpy.einsum numpy.inner numpy.kron numpy.linalg.cholesky numpy.linalg.cond "
        "numpy.linalg.cross numpy.linalg.det numpy.linalg.eig numpy.linalg.eigh numpy.linalg.eigvals "
        "numpy.linalg.eigvalsh numpy.linalg.inv numpy.linalg.lstsq numpy.linalg.matrix_power "
        "numpy.linalg.matrix_rank numpy.linalg.multi_dot numpy.linalg.norm numpy.linalg.pinv numpy.linalg.qr "
        "numpy.linalg.slogdet numpy.linalg.solve numpy.linalg.svd numpy.matmul numpy.ndarray.__matmul__ "
        "numpy.ndarray.dot numpy.outer numpy.tensordot numpy.vdot "
    ),
    "numpy.random": (
        "numpy.random.Generator.beta numpy.random.Generator.binomial numpy.random.Generator.chisquare "
        "numpy.random.Generator.choice numpy.random.Generator.dirichlet numpy.random.Generator.exponential "
        "numpy.random.Generator.f numpy.random.Generator.gamma numpy.random.Generator.geometric "
        "numpy.random.Generator.gumbel numpy.random.Generator.hypergeometric numpy.random.Generator.integers "
        "numpy.random.Generator.laplace numpy.random.Generator.logistic numpy.random.Generator.lognormal "
        "numpy.random.Generator.logseries numpy.random.Generator.multinomial "
        "numpy.random.Generator.multivariate_normal numpy.random.Generator.negative_binomial "
        "numpy.random.Generator.noncentral_chisquare numpy.random.Generator.noncentral_f "
        "numpy.random.Generator.normal numpy.random.Generator.pareto numpy.random.Generator.permutation "
        "numpy.random.Generator.permuted numpy.random.Generator.poisson numpy.random.Generator.power "
        "numpy.random.Generator.random numpy.random.Generator.rayleigh numpy.random.Generator.standard_cauchy "
        "numpy.random.Generator.standard_exponential numpy.random.Generator.standard_gamma "
        "numpy.random.Generator.standard_normal numpy.random.Generator.standard_t "
        "numpy.random.Generator.triangular numpy.random.Generator.uniform numpy.random.Generator.vonmises "
        "numpy.random.Generator.wald numpy.random.Generator.weibull numpy.random.Generator.zipf "
        "numpy.random.beta numpy.random.binomial numpy.random.chisquare numpy.random.choice "
        "numpy.random.dirichlet numpy.random.exponential numpy.random.f numpy.random.gamma "
        "numpy.random.geometric numpy.random.gumbel numpy.random.hypergeometric numpy.random.laplace "
        "numpy.random.logistic numpy.random.lognormal numpy.random.logseries numpy.random.multinomial "
        "numpy.random.multivariate_normal numpy.random.negative_binomial numpy.random.noncentral_chisquare "
        "numpy.random.noncentral_f numpy.random.normal numpy.random.pareto numpy.random.permutation "
        "numpy.random.poisson numpy.random.power numpy.random.rand numpy.random.randint numpy.random.randn "
        "numpy.random.random numpy.random.random_integers numpy.random.random_sample numpy.random.ranf "
        "numpy.random.rayleigh numpy.random.sample numpy.random.standard_cauchy "
        "numpy.random.standard_exponential numpy.random.standard_gamma numpy.random.standard_normal "
        "numpy.random.standard_t numpy.random.triangular numpy.random.uniform numpy.random.vonmises "
        "numpy.random.wald numpy.random.weibull numpy.random.zipf "
    ),
    "numpy.reduction": (
        "numpy.all numpy.amax numpy.amin numpy.any numpy.argmax numpy.argmin numpy.average numpy.count_nonzero "
        "numpy.cumprod numpy.cumsum numpy.diff numpy.max numpy.mean numpy.median numpy.min numpy.nanargmax "
        "numpy.nanargmin numpy.nancumprod numpy.nancumsum numpy.nanmax numpy.nanmean numpy.nanmedian "
        "numpy.nanmin numpy.nanpercentile numpy.nanprod numpy.nanquantile numpy.nanstd numpy.nansum "
        "numpy.nanvar numpy.ndarray.all numpy.ndarray.any numpy.ndarray.argmax numpy.ndarray.argmin "
        "numpy.ndarray.cumprod numpy.ndarray.cumsum numpy.ndarray.max numpy.ndarray.mean numpy.ndarray.min "
        "numpy.ndarray.prod numpy.ndarray.std numpy.ndarray.sum numpy.ndarray.trace numpy.ndarray.var "
        "numpy.percentile numpy.prod numpy.ptp numpy.quantile numpy.std numpy.sum numpy.trace numpy.trapezoid "
        "numpy.trapz numpy.var "
    ),
    "numpy.selection": (
        "numpy.argwhere numpy.choose numpy.compress numpy.extract numpy.flatnonzero numpy.ndarray.__getitem__ "
        "numpy.ndarray.__setitem__ numpy.ndarray.choose numpy.ndarray.compress numpy.ndarray.nonzero "
        "numpy.ndarray.take numpy.nonzero numpy.select numpy.take numpy.take_along_axis numpy.where "
    ),
    "numpy.splitting": (
        "numpy.array_split numpy.dsplit numpy.hsplit numpy.split numpy.vsplit "
    ),
    "numpy.texts": (
        "numpy.char.add numpy.char.capitalize numpy.char.center numpy.char.count numpy.char.decode "
        "numpy.char.encode numpy.char.endswith numpy.char.equal numpy.char.expandtabs numpy.char.find "
        "numpy.char.greater numpy.char.greater_equal numpy.char.index numpy.char.isalnum numpy.char.isalpha "
        "numpy.char.isdecimal numpy.char.isdigit numpy.char.islower numpy.char.isnumeric numpy.char.isspace "
        "numpy.char.istitle numpy.char.isupper numpy.char.join numpy.char.less numpy.char.less_equal "
        "numpy.char.ljust numpy.char.lower numpy.char.lstrip numpy.char.multiply numpy.char.not_equal "
        "numpy.char.replace numpy.char.rfind numpy.char.rindex numpy.char.rjust numpy.char.rsplit "
        "numpy.char.rstrip numpy.char.split numpy.char.splitlines numpy.char.startswith numpy.char.str_len "
        "numpy.char.strip numpy.char.swapcase numpy.char.title numpy.char.translate numpy.char.upper "
        "numpy.char.zfill numpy.strings.add numpy.strings.capitalize numpy.strings.center numpy.strings.count "
        "numpy.strings.decode numpy.strings.encode numpy.strings.endswith numpy.strings.equal "
        "numpy.strings.expandtabs numpy.strings.find numpy.strings.greater numpy.strings.greater_equal "
        "numpy.strings.index numpy.strings.isalnum numpy.strings.isalpha numpy.strings.isdecimal "
        "numpy.strings.isdigit numpy.strings.islower numpy.strings.isnumeric numpy.strings.isspace "
        "numpy.strings.istitle numpy.strings.isupper numpy.strings.less numpy.strings.less_equal "
        "numpy.strings.ljust numpy.strings.lower numpy.strings.lstrip numpy.strings.multiply "
        "numpy.strings.not_equal numpy.strings.replace numpy.strings.rfind numpy.strings.rindex "
        "numpy.strings.rjust numpy.strings.rstrip numpy.strings.startswith numpy.strings.str_len "
        "numpy.strings.strip numpy.strings.swapcase numpy.strings.title numpy.strings.translate "
        "numpy.strings.upper numpy.strings.zfill "
    ),
    "python.arguments": (
        "argparse.Action argparse.ArgumentDefaultsHelpFormatter argparse.ArgumentError argparse.ArgumentParser "
        "argparse.ArgumentTypeError argparse.BooleanOptionalAction argparse.FileType argparse.HelpFormatter "
        "argparse.MetavarTypeHelpFormatter argparse.Namespace argparse.OPTIONAL argparse.REMAINDER "
        "argparse.RawDescriptionHelpFormatter argparse.RawTextHelpFormatter argparse.SUPPRESS "
        "argparse.ZERO_OR_MORE "
    ),
    "python.binary": (
        "gzip.BadGzipFile gzip.GzipFile gzip.open "
    ),
    "python.buffers": (
        "io.BytesIO io.IOBase io.StringIO io.UnsupportedOperation "
    ),
    "python.builtin": (
        "builtins.ArithmeticError builtins.AssertionError builtins.AttributeError builtins.BaseException "
        "builtins.BaseExceptionGroup builtins.BlockingIOError builtins.BrokenPipeError builtins.BufferError "
        "builtins.BytesWarning builtins.ChildProcessError builtins.ConnectionAbortedError "
        "builtins.ConnectionError builtins.ConnectionRefusedError builtins.ConnectionResetError "
        "builtins.DeprecationWarning builtins.EOFError builtins.Ellipsis builtins.EncodingWarning "
        "builtins.EnvironmentError builtins.Exception builtins.ExceptionGroup builtins.FileExistsError "
        "builtins.FileNotFoundError builtins.FloatingPointError builtins.FutureWarning builtins.GeneratorExit "
        "builtins.IOError builtins.ImportError builtins.ImportWarning builtins.IndentationError "
        "builtins.IndexError builtins.InterruptedError builtins.IsADirectoryError builtins.KeyError "
        "builtins.KeyboardInterrupt builtins.LookupError builtins.MemoryError builtins.ModuleNotFoundError "
        "builtins.NameError builtins.NotADirectoryError builtins.NotImplemented builtins.NotImplementedError "
        "builtins.OSError builtins.OverflowError builtins.PendingDeprecationWarning builtins.PermissionError "
        "builtins.ProcessLookupError builtins.RecursionError builtins.ReferenceError builtins.ResourceWarning "
        "builtins.RuntimeError builtins.RuntimeWarning builtins.StopAsyncIteration builtins.StopIteration "
        "builtins.SyntaxError builtins.SyntaxWarning builtins.SystemError builtins.SystemExit builtins.TabError "
        "builtins.TimeoutError builtins.TypeError builtins.UnboundLocalError builtins.UnicodeDecodeError "
        "builtins.UnicodeEncodeError builtins.UnicodeError builtins.UnicodeTranslateError "
        "builtins.UnicodeWarning builtins.UserWarning builtins.ValueError builtins.Warning "
        "builtins.ZeroDivisionError builtins.__debug__ builtins.__import__ builtins.abs builtins.ascii "
        "builtins.bin builtins.breakpoint builtins.callable builtins.chr builtins.compile builtins.delattr "
        "builtins.dir builtins.display builtins.divmod builtins.eval builtins.exec builtins.exit "
        "builtins.format builtins.get_ipython builtins.getattr builtins.globals builtins.hasattr builtins.hash "
        "builtins.help builtins.hex builtins.id builtins.input builtins.isinstance builtins.issubclass "
        "builtins.locals builtins.oct builtins.ord builtins.pow builtins.print builtins.quit builtins.repr "
        "builtins.round builtins.setattr builtins.vars "
    ),
    "python.collection": (
        "collections.ChainMap collections.Counter collections.OrderedDict collections.UserDict "
        "collections.UserList collections.UserString collections.abc.AsyncGenerator "
        "collections.abc.AsyncIterator collections.abc.Awaitable collections.abc.ByteString "
        "collections.abc.Callable collections.abc.Collection collections.abc.Container "
        "collections.abc.Coroutine collections.abc.Generator collections.abc.Hashable collections.abc.ItemsView "
        "collections.abc.Iterable collections.abc.Iterator collections.abc.KeysView collections.abc.Mapping "
        "collections.abc.MutableMapping collections.abc.MutableSequence collections.abc.MutableSet "
        "collections.abc.Reversible collections.abc.Sequence collections.abc.Set collections.abc.Sized "
        "collections.abc.ValuesView collections.defaultdict "
    ),
    "python.commands": (
        "argh.dispatch_command chz.entrypoint click.BOOL click.Choice click.DateTime click.FLOAT click.File "
        "click.FloatRange click.INT click.IntRange click.Path click.STRING click.argument click.clear "
        "click.command click.confirm click.echo click.get_current_context click.group click.help_option "
        "click.option click.pass_context click.pass_obj click.progressbar click.prompt click.secho "
        "click.version_option clize.run defopt.run draccus.parse draccus.wrap fire.Fire jsonargparse.CLI "
        "plac.call pyrallis.parse pyrallis.wrap rich_click.argument rich_click.command rich_click.group "
        "rich_click.option simple_parsing.parse transformers.HfArgumentParser trl.TrlParser typer.Abort "
        "typer.Argument typer.Context typer.Exit typer.FileText typer.Option typer.Typer typer.colors "
        "typer.confirm typer.echo typer.launch typer.prompt typer.run typer.secho typer.style tyro.cli "
    ),
    "python.contexts": (
        "contextlib.AbstractAsyncContextManager contextlib.AbstractContextManager contextlib.AsyncExitStack "
        "contextlib.ContextDecorator contextlib.ExitStack contextlib.asynccontextmanager contextlib.closing "
        "contextlib.contextmanager contextlib.nullcontext contextlib.redirect_stderr contextlib.redirect_stdout "
        "contextlib.suppress warnings.catch_warnings "
    ),
    "python.copies": (
        "copy.copy copy.deepcopy "
    ),
    "python.csvfiles": (
        "csv.DictReader csv.DictWriter csv.Error csv.QUOTE_ALL csv.QUOTE_MINIMAL csv.QUOTE_NONE "
        "csv.QUOTE_NONNUMERIC csv.Sniffer csv.field_size_limit csv.get_dialect csv.list_dialects csv.reader "
        "csv.register_dialect csv.unregister_dialect csv.writer "
    ),
    "python.dotted": (
        "addict.Dict attrdict.AttrDict bunch.Bunch bunch.bunchify bunch.unbunchify dotmap.DotMap "
        "easydict.EasyDict fvcore.common.config.CfgNode ml_collections.ConfigDict ml_collections.FieldReference "
        "ml_collections.FrozenConfigDict ml_collections.config_dict.ConfigDict "
        "ml_collections.config_dict.FieldReference ml_collections.config_dict.FrozenConfigDict "
        "ml_collections.config_dict.placeholder ml_collections.config_dict.required_placeholder munch.Munch "
        "munch.Munch.fromDict munch.munchify munch.unmunchify yacs.config.CfgNode "
    ),
    "python.enums": (
        "enum.CONFORM enum.EJECT enum.Enum enum.EnumMeta enum.EnumType enum.Flag enum.IntEnum enum.IntFlag "
        "enum.KEEP enum.ReprEnum enum.STRICT enum.StrEnum enum.UNIQUE enum.auto enum.member enum.nonmember "
        "enum.property enum.unique enum.verify "
    ),
    "python.files": (
        "builtins.open bz2.open codecs.open io.TextIOWrapper io.open lzma.open "
    ),
    "python.flags": (
        "absl.app.run absl.flags.DEFINE_alias absl.flags.DEFINE_bool absl.flags.DEFINE_boolean "
        "absl.flags.DEFINE_enum absl.flags.DEFINE_enum_class absl.flags.DEFINE_float absl.flags.DEFINE_integer "
        "absl.flags.DEFINE_list absl.flags.DEFINE_multi_enum absl.flags.DEFINE_multi_enum_class "
        "absl.flags.DEFINE_multi_float absl.flags.DEFINE_multi_integer absl.flags.DEFINE_multi_string "
        "absl.flags.DEFINE_spaceseplist absl.flags.DEFINE_string absl.flags.FLAGS "
        "absl.flags.adopt_module_key_flags absl.flags.declare_key_flag absl.flags.mark_flag_as_required "
        "absl.flags.mark_flags_as_required absl.flags.register_validator absl.logging.DEBUG absl.logging.ERROR "
        "absl.logging.FATAL absl.logging.INFO absl.logging.WARN absl.logging.WARNING absl.logging.debug "
        "absl.logging.error absl.logging.exception absl.logging.fatal absl.logging.get_verbosity "
        "absl.logging.info absl.logging.log absl.logging.log_first_n absl.logging.set_verbosity "
        "absl.logging.vlog absl.logging.warn absl.logging.warning "
    ),
    "python.folders": (
        "glob.glob glob.iglob os.link os.listdir os.makedirs os.mkdir os.remove os.removedirs os.rename "
        "os.replace os.rmdir os.symlink os.unlink os.walk shutil.copy shutil.copy2 shutil.copyfile "
        "shutil.copytree shutil.move shutil.rmtree "
    ),
    "python.functional": (
        "functools.WRAPPER_ASSIGNMENTS functools.WRAPPER_UPDATES functools.cache functools.cached_property "
        "functools.cmp_to_key functools.lru_cache functools.partial functools.partialmethod functools.reduce "
        "functools.singledispatch functools.singledispatchmethod functools.total_ordering "
        "functools.update_wrapper functools.wraps operator.__add__ operator.__and__ operator.__concat__ "
        "operator.__eq__ operator.__floordiv__ operator.__ge__ operator.__gt__ operator.__iadd__ "
        "operator.__iand__ operator.__iconcat__ operator.__ifloordiv__ operator.__ilshift__ "
        "operator.__imatmul__ operator.__imod__ operator.__imul__ operator.__ior__ operator.__ipow__ "
        "operator.__irshift__ operator.__isub__ operator.__itruediv__ operator.__ixor__ operator.__le__ "
        "operator.__lshift__ operator.__lt__ operator.__matmul__ operator.__mod__ operator.__mul__ "
        "operator.__ne__ operator.__or__ operator.__pow__ operator.__rshift__ operator.__sub__ "
        "operator.__truediv__ operator.__xor__ operator.abs operator.add operator.and_ operator.attrgetter "
        "operator.call operator.concat operator.contains operator.countOf operator.delitem operator.eq "
        "operator.floordiv operator.ge operator.getitem operator.gt operator.iadd operator.iand "
        "operator.iconcat operator.ifloordiv operator.ilshift operator.imatmul operator.imod operator.imul "
        "operator.index operator.indexOf operator.inv operator.invert operator.ior operator.ipow "
        "operator.irshift operator.is_ operator.is_not operator.isub operator.itemgetter operator.itruediv "
        "operator.ixor operator.le operator.length_hint operator.lshift operator.lt operator.matmul "
        "operator.methodcaller operator.mod operator.mul operator.ne operator.neg operator.not_ operator.or_ "
        "operator.pos operator.pow operator.rshift operator.setitem operator.sub operator.truediv "
        "operator.truth operator.xor "
    ),
    "python.hints": (
        "shapecheck.annotation shapecheck.asserted shapecheck.comment shapecheck.told "
    ),
    "python.inspection": (
        "importlib.metadata.PackageNotFoundError importlib.metadata.distribution "
        "importlib.metadata.entry_points importlib.metadata.files importlib.metadata.metadata "
        "importlib.metadata.packages_distributions importlib.metadata.requires importlib.metadata.version "
        "importlib.resources.as_file importlib.resources.files importlib.resources.open_text "
        "importlib.resources.path importlib.resources.read_text importlib.util.find_spec "
        "importlib.util.module_from_spec importlib.util.spec_from_file_location inspect.Parameter "
        "inspect.Signature inspect.cleandoc inspect.currentframe inspect.getargspec inspect.getcallargs "
        "inspect.getdoc inspect.getfile inspect.getfullargspec inspect.getmembers inspect.getmodule "
        "inspect.getmro inspect.getsource inspect.getsourcelines inspect.isabstract inspect.isbuiltin "
        "inspect.isclass inspect.iscoroutinefunction inspect.isfunction inspect.isgenerator "
        "inspect.isgeneratorfunction inspect.ismethod inspect.ismodule inspect.isroutine inspect.signature "
        "inspect.stack inspect.unwrap pkg_resources.get_distribution pkg_resources.require "
        "pkg_resources.resource_filename weakref.ReferenceType weakref.WeakKeyDictionary weakref.WeakMethod "
        "weakref.WeakSet weakref.WeakValueDictionary weakref.finalize weakref.proxy weakref.ref "
    ),
    "python.iteration": (
        "builtins.all builtins.any builtins.enumerate builtins.filter builtins.iter builtins.len builtins.map "
        "builtins.max builtins.min builtins.next builtins.range builtins.reversed builtins.sorted builtins.sum "
        "builtins.zip "
    ),
    "python.iterators": (
        "itertools.accumulate itertools.batched itertools.chain itertools.chain.from_iterable "
        "itertools.combinations itertools.combinations_with_replacement itertools.compress itertools.count "
        "itertools.cycle itertools.dropwhile itertools.filterfalse itertools.groupby itertools.islice "
        "itertools.pairwise itertools.permutations itertools.product itertools.repeat itertools.starmap "
        "itertools.takewhile itertools.tee itertools.zip_longest "
    ),
    "python.loading": (
        "importlib.import_module importlib.reload importlib.util sys.modules sys.path "
    ),
    "python.mathematics": (
        "cmath.cos cmath.exp cmath.log cmath.phase cmath.polar cmath.rect cmath.sin cmath.sqrt decimal.Context "
        "decimal.Decimal decimal.ROUND_DOWN decimal.ROUND_HALF_UP decimal.ROUND_UP decimal.getcontext "
        "decimal.localcontext decimal.setcontext fractions.Fraction math.acos math.acosh math.asin math.asinh "
        "math.atan math.atan2 math.atanh math.cbrt math.ceil math.comb math.copysign math.cos math.cosh "
        "math.degrees math.dist math.e math.erf math.erfc math.exp math.exp2 math.expm1 math.fabs "
        "math.factorial math.floor math.fma math.fmod math.frexp math.fsum math.gamma math.gcd math.hypot "
        "math.inf math.isclose math.isfinite math.isinf math.isnan math.isqrt math.lcm math.ldexp math.lgamma "
        "math.log math.log10 math.log1p math.log2 math.modf math.nan math.nextafter math.perm math.pi math.pow "
        "math.prod math.radians math.remainder math.sin math.sinh math.sqrt math.sumprod math.tan math.tanh "
        "math.tau math.trunc math.ulp statistics.fmean statistics.geometric_mean statistics.harmonic_mean "
        "statistics.mean statistics.median statistics.median_high statistics.median_low statistics.mode "
        "statistics.multimode statistics.pstdev statistics.pvariance statistics.quantiles statistics.stdev "
        "statistics.variance "
    ),
    "python.moments": (
        "datetime.UTC datetime.date datetime.datetime datetime.time datetime.timedelta datetime.timezone "
        "time.asctime time.clock time.ctime time.gmtime time.localtime time.mktime time.monotonic "
        "time.monotonic_ns time.perf_counter time.perf_counter_ns time.process_time time.process_time_ns "
        "time.sleep time.strftime time.strptime time.thread_time time.time time.time_ns timeit.Timer "
        "timeit.default_timer timeit.repeat timeit.timeit "
    ),
    "python.named": (
        "collections.namedtuple typing.NamedTuple typing_extensions.NamedTuple "
    ),
    "python.omegaconf": (
        "hydra.compose hydra.core.config_store.ConfigStore hydra.initialize hydra.initialize_config_dir "
        "hydra.initialize_config_module hydra.main hydra.utils.call hydra.utils.get_class "
        "hydra.utils.get_method hydra.utils.get_original_cwd hydra.utils.instantiate "
        "hydra.utils.to_absolute_path omegaconf.DictConfig omegaconf.II omegaconf.ListConfig omegaconf.MISSING "
        "omegaconf.OmegaConf omegaconf.SI omegaconf.errors omegaconf.flag_override omegaconf.open_dict "
        "omegaconf.read_write "
    ),
    "python.paths": (
        "glob.escape os.PathLike os._Environ os._exit os.abort os.access os.chdir os.chmod os.close "
        "os.cpu_count os.ctermid os.curdir os.devnull os.environ os.environb os.extsep os.fork os.fspath "
        "os.fsync os.get_terminal_size os.getcwd os.getenv os.getgid os.getloadavg os.getlogin os.getpid "
        "os.getppid os.getuid os.kill os.killpg os.linesep os.name os.nice os.open os.pardir os.path.abspath "
        "os.path.basename os.path.commonpath os.path.commonprefix os.path.dirname os.path.exists "
        "os.path.expanduser os.path.expandvars os.path.getatime os.path.getctime os.path.getmtime "
        "os.path.getsize os.path.isabs os.path.isdir os.path.isfile os.path.islink os.path.ismount os.path.join "
        "os.path.lexists os.path.normcase os.path.normpath os.path.realpath os.path.relpath os.path.samefile "
        "os.path.sep os.path.split os.path.splitext os.pathsep os.pipe os.popen os.putenv os.read os.scandir "
        "os.sched_getaffinity os.sep os.setpgrp os.stat os.strerror os.system os.times os.umask os.uname "
        "os.unsetenv os.urandom os.utime os.write pathlib.Path pathlib.Path.cwd pathlib.PosixPath "
        "pathlib.PurePath pathlib.PurePosixPath shutil.disk_usage shutil.make_archive shutil.which "
        "tempfile.NamedTemporaryFile tempfile.TemporaryDirectory tempfile.TemporaryFile tempfile.gettempdir "
        "tempfile.mkdtemp tempfile.mkstemp tempfile.mktemp "
    ),
    "python.processes": (
        "concurrent.futures.ALL_COMPLETED concurrent.futures.FIRST_COMPLETED concurrent.futures.Future "
        "concurrent.futures.ProcessPoolExecutor concurrent.futures.ThreadPoolExecutor "
        "concurrent.futures.TimeoutError concurrent.futures.as_completed concurrent.futures.wait "
        "multiprocessing.Array multiprocessing.Barrier multiprocessing.BoundedSemaphore "
        "multiprocessing.Condition multiprocessing.Event multiprocessing.Lock multiprocessing.Manager "
        "multiprocessing.Pipe multiprocessing.Pool multiprocessing.Process multiprocessing.RLock "
        "multiprocessing.Semaphore multiprocessing.Value multiprocessing.active_children "
        "multiprocessing.cpu_count multiprocessing.current_process multiprocessing.dummy.Pool "
        "multiprocessing.freeze_support multiprocessing.get_context multiprocessing.pool.Pool "
        "multiprocessing.pool.ThreadPool multiprocessing.set_start_method threading.Barrier "
        "threading.BoundedSemaphore threading.Condition threading.Event threading.Lock threading.RLock "
        "threading.Semaphore threading.Thread threading.Timer threading.active_count threading.current_thread "
        "threading.enumerate threading.get_ident threading.local threading.main_thread "
        "torch.multiprocessing.spawn torch.multiprocessing.start_processes "
    ),
    "python.queues": (
        "bisect.bisect bisect.bisect_left bisect.bisect_right bisect.insort bisect.insort_left "
        "bisect.insort_right collections.deque heapq.heapify heapq.heappop heapq.heappush heapq.heappushpop "
        "heapq.heapreplace heapq.merge heapq.nlargest heapq.nsmallest multiprocessing.Queue "
        "multiprocessing.SimpleQueue queue.Empty queue.Full queue.LifoQueue queue.PriorityQueue queue.Queue "
        "queue.SimpleQueue "
    ),
    "python.records": (
        "dataclasses.Field dataclasses.FrozenInstanceError dataclasses.InitVar dataclasses.KW_ONLY "
        "dataclasses.MISSING dataclasses.asdict dataclasses.astuple dataclasses.dataclass dataclasses.field "
        "dataclasses.fields dataclasses.is_dataclass dataclasses.make_dataclass dataclasses.replace "
    ),
    "python.releases": (
        "distutils.version.LooseVersion distutils.version.StrictVersion looseversion.LooseVersion "
        "packaging.specifiers.Specifier packaging.specifiers.SpecifierSet packaging.version.InvalidVersion "
        "packaging.version.LegacyVersion packaging.version.Version packaging.version.parse "
        "pkg_resources.parse_version "
    ),
    "python.services": (
        "asyncio.Lock asyncio.Queue asyncio.create_task asyncio.gather asyncio.get_event_loop asyncio.run "
        "asyncio.sleep asyncio.wait atexit.register atexit.unregister cPickle.dump cPickle.load cPickle.loads "
        "cloudpickle.dump cloudpickle.load cloudpickle.loads dill.dump dill.load dill.loads gc.collect "
        "gc.disable gc.enable gc.freeze gc.get_objects gc.isenabled getpass.getpass getpass.getuser joblib.dump "
        "joblib.load joblib.loads locale.LC_ALL locale.getlocale locale.setlocale logging.CRITICAL "
        "logging.DEBUG logging.ERROR logging.FileHandler logging.Filter logging.Formatter logging.Handler "
        "logging.INFO logging.LogRecord logging.Logger logging.LoggerAdapter logging.NOTSET logging.NullHandler "
        "logging.StreamHandler logging.WARN logging.WARNING logging.addLevelName logging.basicConfig "
        "logging.captureWarnings logging.critical logging.debug logging.disable logging.error logging.exception "
        "logging.getLevelName logging.getLogger logging.info logging.log logging.setLoggerClass "
        "logging.shutdown logging.warn logging.warning marshal.dump marshal.load marshal.loads "
        "pickle.DEFAULT_PROTOCOL pickle.HIGHEST_PROTOCOL pickle.Pickler pickle.PicklingError pickle.Unpickler "
        "pickle.UnpicklingError pickle.dump pickle.dumps pickle.load pickle.loads progressbar.ProgressBar "
        "psutil.Process psutil.cpu_count psutil.cpu_percent psutil.virtual_memory requests.Request "
        "requests.Session requests.delete requests.exceptions requests.get requests.head requests.post "
        "requests.put requests.request resource.RLIMIT_NOFILE resource.RUSAGE_SELF resource.getrlimit "
        "resource.getrusage resource.setrlimit shelve.open signal.SIGALRM signal.SIGINT signal.SIGTERM "
        "signal.SIG_DFL signal.SIG_IGN signal.Signals signal.alarm signal.signal six.PY2 six.PY3 six.iteritems "
        "six.iterkeys six.itervalues six.string_types six.text_type six.with_metaclass socket.AF_INET "
        "socket.SOCK_STREAM socket.getfqdn socket.gethostbyname socket.gethostname socket.socket socket.timeout "
        "subprocess.CalledProcessError subprocess.DEVNULL subprocess.PIPE subprocess.Popen subprocess.STDOUT "
        "subprocess.call subprocess.check_call subprocess.check_output subprocess.run tarfile.TarFile "
        "tarfile.is_tarfile tarfile.open tqdm.auto.tqdm tqdm.auto.trange tqdm.autonotebook.tqdm "
        "tqdm.autonotebook.trange tqdm.notebook.tqdm tqdm.notebook.trange tqdm.rich.tqdm tqdm.rich.trange "
        "tqdm.std.tqdm tqdm.std.trange tqdm.tnrange tqdm.tqdm tqdm.tqdm_notebook tqdm.trange "
        "traceback.format_exc traceback.format_exception traceback.format_stack traceback.print_exc "
        "traceback.print_exception traceback.print_stack urllib.error.HTTPError urllib.error.URLError "
        "urllib.parse.parse_qs urllib.parse.quote urllib.parse.quote_plus urllib.parse.unquote "
        "urllib.parse.urlencode urllib.parse.urljoin urllib.parse.urlparse urllib.parse.urlsplit urllib.quote "
        "urllib.request.Request urllib.request.build_opener urllib.request.install_opener "
        "urllib.request.urlopen urllib.request.urlretrieve urllib.unquote urllib.urlencode urllib.urlopen "
        "urllib.urlretrieve warnings.filterwarnings warnings.resetwarnings warnings.showwarning "
        "warnings.simplefilter warnings.warn warnings.warn_explicit zipfile.BadZipFile zipfile.ZIP_DEFLATED "
        "zipfile.ZIP_STORED zipfile.ZipFile zipfile.is_zipfile "
    ),
    "python.settings": (
        "configparser.BasicInterpolation configparser.ConfigParser configparser.Error "
        "configparser.ExtendedInterpolation configparser.NoOptionError configparser.NoSectionError "
        "configparser.RawConfigParser configparser.SafeConfigParser json.dump json.load json.loads orjson.dumps "
        "orjson.loads simplejson.dump simplejson.dumps simplejson.load simplejson.loads toml.dump toml.dumps "
        "toml.load toml.loads toml.safe_dump tomli.load tomli.loads tomllib.load tomllib.loads ujson.dump "
        "ujson.dumps ujson.load ujson.loads yaml.CLoader yaml.CSafeLoader yaml.Dumper yaml.FullLoader "
        "yaml.Loader yaml.SafeLoader yaml.UnsafeLoader yaml.YAMLError yaml.add_constructor yaml.add_representer "
        "yaml.dump yaml.dump_all yaml.dumps yaml.full_load yaml.load yaml.load_all yaml.safe_dump "
        "yaml.safe_load yaml.safe_load_all yaml.unsafe_load "
    ),
    "python.system": (
        "platform.architecture platform.machine platform.node platform.platform platform.processor "
        "platform.python_version platform.release platform.system platform.version random.Random "
        "random.SystemRandom random.betavariate random.binomialvariate random.choice random.choices "
        "random.expovariate random.gammavariate random.gauss random.getrandbits random.getstate "
        "random.lognormvariate random.normalvariate random.paretovariate random.randbytes random.randint "
        "random.random random.randrange random.sample random.seed random.setstate random.shuffle "
        "random.triangular random.uniform random.vonmisesvariate random.weibullvariate secrets.randbelow "
        "secrets.randbits secrets.token_bytes secrets.token_hex secrets.token_urlsafe sys._getframe sys.argv "
        "sys.byteorder sys.exc_clear sys.exc_info sys.executable sys.exit sys.flags sys.float_info "
        "sys.getdefaultencoding sys.getfilesystemencoding sys.getrecursionlimit sys.getrefcount sys.getsizeof "
        "sys.hexversion sys.implementation sys.intern sys.maxsize sys.platform sys.setdefaultencoding "
        "sys.setrecursionlimit sys.settrace sys.stderr sys.stdin sys.stdout sys.version sys.version_info "
    ),
    "python.tensortypes": (
        "beartype.beartype jaxtyping.Array jaxtyping.ArrayLike jaxtyping.BFloat16 jaxtyping.Bool "
        "jaxtyping.Complex jaxtyping.Complex128 jaxtyping.Complex64 jaxtyping.Float jaxtyping.Float16 "
        "jaxtyping.Float32 jaxtyping.Float64 jaxtyping.Inexact jaxtyping.Int jaxtyping.Int16 jaxtyping.Int32 "
        "jaxtyping.Int64 jaxtyping.Int8 jaxtyping.Integer jaxtyping.Key jaxtyping.Num jaxtyping.PRNGKeyArray "
        "jaxtyping.PyTree jaxtyping.PyTreeDef jaxtyping.Real jaxtyping.Scalar jaxtyping.ScalarLike "
        "jaxtyping.Shaped jaxtyping.UInt jaxtyping.UInt16 jaxtyping.UInt32 jaxtyping.UInt64 jaxtyping.UInt8 "
        "jaxtyping.jaxtyped torchtyping.TensorType torchtyping.patch_typeguard typeguard.typechecked "
    ),
    "python.texts": (
        "ast.NodeTransformer ast.NodeVisitor ast.dump ast.literal_eval ast.parse ast.unparse ast.walk "
        "base64.b16encode base64.b32decode base64.b32encode base64.b64decode base64.b64encode "
        "base64.urlsafe_b64decode base64.urlsafe_b64encode binascii.crc32 binascii.hexlify binascii.unhexlify "
        "difflib.Differ difflib.SequenceMatcher difflib.get_close_matches difflib.ndiff difflib.unified_diff "
        "fnmatch.filter fnmatch.fnmatch fnmatch.fnmatchcase fnmatch.translate hashlib.blake2b "
        "hashlib.file_digest hashlib.md5 hashlib.new hashlib.pbkdf2_hmac hashlib.sha1 hashlib.sha224 "
        "hashlib.sha256 hashlib.sha384 hashlib.sha512 html.escape html.unescape json.JSONDecodeError "
        "json.JSONDecoder json.JSONEncoder json.dumps keyword.iskeyword keyword.kwlist pprint.PrettyPrinter "
        "pprint.pformat pprint.pp pprint.pprint re.A re.ASCII re.DEBUG re.DOTALL re.I re.IGNORECASE re.L "
        "re.LOCALE re.M re.MULTILINE re.Match re.NOFLAG re.Pattern re.RegexFlag re.S re.U re.UNICODE re.VERBOSE "
        "re.X re.compile re.error re.escape re.findall re.finditer re.fullmatch re.match re.purge re.search "
        "re.split re.sub re.subn re.template shlex.join shlex.quote shlex.split string.Formatter "
        "string.Template string.ascii_letters string.ascii_lowercase string.ascii_uppercase string.capwords "
        "string.digits string.hexdigits string.octdigits string.printable string.punctuation string.whitespace "
        "struct.Struct struct.calcsize struct.error struct.iter_unpack struct.pack struct.pack_into "
        "struct.unpack struct.unpack_from textwrap.TextWrapper textwrap.dedent textwrap.fill textwrap.indent "
        "textwrap.shorten textwrap.wrap unicodedata.category unicodedata.combining unicodedata.name "
        "unicodedata.normalize unicodedata.numeric uuid.UUID uuid.uuid1 uuid.uuid3 uuid.uuid4 uuid.uuid5 "
        "zlib.adler32 zlib.compress zlib.crc32 zlib.decompress "
    ),
    "python.typed": (
        "abc.ABC abc.ABCMeta abc.abstractmethod abc.abstractproperty abc.abstractstaticmethod numbers.Complex "
        "numbers.Integral numbers.Number numbers.Rational numbers.Real types.BuiltinFunctionType "
        "types.FunctionType types.GeneratorType types.LambdaType types.MappingProxyType types.MethodType "
        "types.ModuleType types.NoneType types.SimpleNamespace typing.AbstractSet typing.Annotated typing.Any "
        "typing.AnyStr typing.AsyncContextManager typing.AsyncGenerator typing.AsyncIterable "
        "typing.AsyncIterator typing.Awaitable typing.BinaryIO typing.ByteString typing.Callable "
        "typing.ChainMap typing.ClassVar typing.Collection typing.Concatenate typing.Container "
        "typing.ContextManager typing.Coroutine typing.Counter typing.DefaultDict typing.Deque typing.Dict "
        "typing.Final typing.ForwardRef typing.FrozenSet typing.Generator typing.Generic typing.Hashable "
        "typing.IO typing.ItemsView typing.Iterable typing.Iterator typing.KeysView typing.List typing.Literal "
        "typing.LiteralString typing.Mapping typing.Match typing.MutableMapping typing.MutableSequence "
        "typing.Never typing.NewType typing.NoReturn typing.NotRequired typing.Optional typing.OrderedDict "
        "typing.ParamSpec typing.Pattern typing.Protocol typing.ReadOnly typing.Required typing.Reversible "
        "typing.Self typing.Sequence typing.Set typing.Sized typing.SupportsAbs typing.SupportsFloat "
        "typing.SupportsIndex typing.SupportsInt typing.SupportsRound typing.TYPE_CHECKING typing.Text "
        "typing.TextIO typing.Tuple typing.Type typing.TypeAlias typing.TypeGuard typing.TypeIs typing.TypeVar "
        "typing.TypeVarTuple typing.TypedDict typing.Union typing.Unpack typing.ValuesView typing.assert_never "
        "typing.cast typing.dataclass_transform typing.final typing.get_args typing.get_origin "
        "typing.get_type_hints typing.is_typeddict typing.no_type_check typing.overload typing.override "
        "typing.reveal_type typing.runtime typing.runtime_checkable typing_extensions.AbstractSet "
        "typing_extensions.Annotated typing_extensions.Any typing_extensions.AnyStr "
        "typing_extensions.AsyncContextManager typing_extensions.AsyncGenerator typing_extensions.AsyncIterable "
        "typing_extensions.AsyncIterator typing_extensions.Awaitable typing_extensions.BinaryIO "
        "typing_extensions.ByteString typing_extensions.Callable typing_extensions.ChainMap "
        "typing_extensions.ClassVar typing_extensions.Collection typing_extensions.Concatenate "
        "typing_extensions.Container typing_extensions.ContextManager typing_extensions.Coroutine "
        "typing_extensions.Counter typing_extensions.DefaultDict typing_extensions.Deque typing_extensions.Dict "
        "typing_extensions.Final typing_extensions.ForwardRef typing_extensions.FrozenSet "
        "typing_extensions.Generator typing_extensions.Generic typing_extensions.Hashable typing_extensions.IO "
        "typing_extensions.ItemsView typing_extensions.Iterable typing_extensions.Iterator "
        "typing_extensions.KeysView typing_extensions.List typing_extensions.Literal "
        "typing_extensions.LiteralString typing_extensions.Mapping typing_extensions.Match "
        "typing_extensions.MutableMapping typing_extensions.MutableSequence typing_extensions.Never "
        "typing_extensions.NewType typing_extensions.NoReturn typing_extensions.NotRequired "
        "typing_extensions.Optional typing_extensions.OrderedDict typing_extensions.ParamSpec "
        "typing_extensions.Pattern typing_extensions.Protocol typing_extensions.ReadOnly "
        "typing_extensions.Required typing_extensions.Reversible typing_extensions.Self "
        "typing_extensions.Sequence typing_extensions.Set typing_extensions.Sized typing_extensions.SupportsAbs "
        "typing_extensions.SupportsFloat typing_extensions.SupportsIndex typing_extensions.SupportsInt "
        "typing_extensions.SupportsRound typing_extensions.TYPE_CHECKING typing_extensions.Text "
        "typing_extensions.TextIO typing_extensions.Tuple typing_extensions.Type typing_extensions.TypeAlias "
        "typing_extensions.TypeGuard typing_extensions.TypeIs typing_extensions.TypeVar "
        "typing_extensions.TypeVarTuple typing_extensions.TypedDict typing_extensions.Union "
        "typing_extensions.Unpack typing_extensions.ValuesView typing_extensions.assert_never "
        "typing_extensions.cast typing_extensions.dataclass_transform typing_extensions.final "
        "typing_extensions.get_args typing_extensions.get_origin typing_extensions.get_type_hints "
        "typing_extensions.is_typeddict typing_extensions.no_type_check typing_extensions.overload "
        "typing_extensions.override typing_extensions.reveal_type typing_extensions.runtime "
        "typing_extensions.runtime_checkable "
    ),
    "python.types": (
        "builtins.bool builtins.bytearray builtins.bytes builtins.classmethod builtins.complex builtins.dict "
        "builtins.float builtins.frozenset builtins.int builtins.list builtins.memoryview builtins.object "
        "builtins.property builtins.set builtins.slice builtins.staticmethod builtins.str builtins.tuple "
        "builtins.type "
    ),
    "python.unpacking": (
        "builtins.unpack "
    ),
    "tensorflow.blocks": (
        "tensorflow.batch_to_space tensorflow.batch_to_space_nd tensorflow.broadcast_dynamic_shape "
        "tensorflow.broadcast_static_shape tensorflow.dynamic_partition tensorflow.fingerprint "
        "tensorflow.identity_n tensorflow.is_symbolic_tensor tensorflow.math.unsorted_segment_sqrt_n "
        "tensorflow.nn.space_to_batch tensorflow.required_space_to_batch_paddings tensorflow.reverse_sequence "
        "tensorflow.space_to_batch tensorflow.space_to_batch_nd tensorflow.strided_slice tensorflow.timestamp "
        "tensorflow.unique_with_counts tensorflow.unravel_index "
    ),
    "tensorflow.cells": (
        "tensorflow.contrib.rnn.BasicLSTMCell tensorflow.contrib.rnn.BasicRNNCell "
        "tensorflow.contrib.rnn.DeviceWrapper tensorflow.contrib.rnn.DropoutWrapper "
        "tensorflow.contrib.rnn.GRUBlockCell tensorflow.contrib.rnn.GRUBlockCellV2 "
        "tensorflow.contrib.rnn.GRUCell tensorflow.contrib.rnn.LSTMBlockCell tensorflow.contrib.rnn.LSTMCell "
        "tensorflow.contrib.rnn.LSTMStateTuple tensorflow.contrib.rnn.LayerNormBasicLSTMCell "
        "tensorflow.contrib.rnn.MultiRNNCell tensorflow.contrib.rnn.RNNCell "
        "tensorflow.contrib.rnn.ResidualWrapper tensorflow.contrib.rnn.UGRNNCell "
        "tensorflow.nn.rnn_cell.BasicLSTMCell tensorflow.nn.rnn_cell.BasicRNNCell "
        "tensorflow.nn.rnn_cell.DeviceWrapper tensorflow.nn.rnn_cell.DropoutWrapper "
        "tensorflow.nn.rnn_cell.GRUBlockCell tensorflow.nn.rnn_cell.GRUBlockCellV2 "
        "tensorflow.nn.rnn_cell.GRUCell tensorflow.nn.rnn_cell.LSTMBlockCell tensorflow.nn.rnn_cell.LSTMCell "
        "tensorflow.nn.rnn_cell.LSTMStateTuple tensorflow.nn.rnn_cell.LayerNormBasicLSTMCell "
        "tensorflow.nn.rnn_cell.MultiRNNCell tensorflow.nn.rnn_cell.RNNCell "
        "tensorflow.nn.rnn_cell.ResidualWrapper tensorflow.nn.rnn_cell.UGRNNCell "
        "tensorflow.nn.rnn_cell.step.BasicLSTMCell tensorflow.nn.rnn_cell.step.BasicRNNCell "
        "tensorflow.nn.rnn_cell.step.GRUBlockCell tensorflow.nn.rnn_cell.step.GRUBlockCellV2 "
        "tensorflow.nn.rnn_cell.step.GRUCell tensorflow.nn.rnn_cell.step.LSTMBlockCell "
        "tensorflow.nn.rnn_cell.step.LSTMCell tensorflow.nn.rnn_cell.step.LayerNormBasicLSTMCell "
        "tensorflow.nn.rnn_cell.step.ResidualWrapper tensorflow.nn.rnn_cell.step.UGRNNCell "
    ),
    "tensorflow.checks": (
        "tensorflow.Assert tensorflow.assert_equal tensorflow.assert_greater tensorflow.assert_greater_equal "
        "tensorflow.assert_integer tensorflow.assert_less tensorflow.assert_less_equal tensorflow.assert_near "
        "tensorflow.assert_negative tensorflow.assert_non_negative tensorflow.assert_non_positive "
        "tensorflow.assert_none_equal tensorflow.assert_positive tensorflow.assert_rank "
        "tensorflow.assert_rank_at_least tensorflow.assert_rank_in tensorflow.assert_same_float_dtype "
        "tensorflow.assert_scalar tensorflow.assert_type tensorflow.check_numerics tensorflow.debugging.Assert "
        "tensorflow.debugging.assert_all_finite tensorflow.debugging.assert_equal "
        "tensorflow.debugging.assert_greater tensorflow.debugging.assert_greater_equal "
        "tensorflow.debugging.assert_integer tensorflow.debugging.assert_less "
        "tensorflow.debugging.assert_less_equal tensorflow.debugging.assert_near "
        "tensorflow.debugging.assert_negative tensorflow.debugging.assert_non_negative "
        "tensorflow.debugging.assert_non_positive tensorflow.debugging.assert_none_equal "
        "tensorflow.debugging.assert_positive tensorflow.debugging.assert_rank "
        "tensorflow.debugging.assert_rank_at_least tensorflow.debugging.assert_rank_in "
        "tensorflow.debugging.assert_same_float_dtype tensorflow.debugging.assert_scalar "
        "tensorflow.debugging.assert_shapes tensorflow.debugging.assert_type "
        "tensorflow.debugging.check_numerics tensorflow.debugging.is_numeric_tensor "
        "tensorflow.is_numeric_tensor tensorflow.verify_tensor_all_finite "
    ),
    "tensorflow.coding": (
        "tensorflow.audio.decode_wav tensorflow.audio.encode_wav tensorflow.decode_base64 "
        "tensorflow.decode_compressed tensorflow.decode_csv tensorflow.encode_base64 "
        "tensorflow.fake_quant_with_min_max_args tensorflow.fake_quant_with_min_max_vars "
        "tensorflow.fake_quant_with_min_max_vars_per_channel tensorflow.image.decode_and_crop_jpeg "
        "tensorflow.image.decode_bmp tensorflow.image.decode_gif tensorflow.image.decode_jxl "
        "tensorflow.image.decode_webp tensorflow.image.encode_jpeg tensorflow.image.encode_png "
        "tensorflow.image.extract_jpeg_shape tensorflow.image.is_jpeg tensorflow.io.decode_and_crop_jpeg "
        "tensorflow.io.decode_base64 tensorflow.io.decode_bmp tensorflow.io.decode_compressed "
        "tensorflow.io.decode_csv tensorflow.io.decode_gif tensorflow.io.decode_jxl tensorflow.io.decode_webp "
        "tensorflow.io.encode_base64 tensorflow.io.encode_jpeg tensorflow.io.encode_png "
        "tensorflow.io.extract_jpeg_shape tensorflow.io.is_jpeg tensorflow.io.matching_files "
        "tensorflow.io.parse_tensor tensorflow.io.serialize_many_sparse tensorflow.io.serialize_sparse "
        "tensorflow.io.serialize_tensor tensorflow.matching_files tensorflow.parse_tensor "
        "tensorflow.quantization.fake_quant_with_min_max_args "
        "tensorflow.quantization.fake_quant_with_min_max_vars "
        "tensorflow.quantization.fake_quant_with_min_max_vars_per_channel "
        "tensorflow.quantization.quantize_and_dequantize tensorflow.quantization.quantize_and_dequantize_v2 "
        "tensorflow.serialize_many_sparse tensorflow.serialize_sparse tensorflow.serialize_tensor "
    ),
    "tensorflow.convolution": (
        "tensorflow.compat.v1.nn.conv2d tensorflow.nn.atrous_conv2d tensorflow.nn.avg_pool "
        "tensorflow.nn.avg_pool1d tensorflow.nn.avg_pool2d tensorflow.nn.avg_pool3d tensorflow.nn.conv1d "
        "tensorflow.nn.conv2d tensorflow.nn.conv2d_transpose tensorflow.nn.conv3d "
        "tensorflow.nn.depthwise_conv2d tensorflow.nn.max_pool tensorflow.nn.max_pool1d "
        "tensorflow.nn.max_pool2d tensorflow.nn.max_pool3d tensorflow.nn.separable_conv2d "
    ),
    "tensorflow.creation": (
        "tensorflow.cast tensorflow.compat.v1.multinomial tensorflow.compat.v1.random_normal "
        "tensorflow.compat.v1.random_uniform tensorflow.compat.v1.to_double tensorflow.compat.v1.to_float "
        "tensorflow.compat.v1.to_int32 tensorflow.compat.v1.to_int64 tensorflow.compat.v1.truncated_normal "
        "tensorflow.constant tensorflow.convert_to_tensor tensorflow.dtypes.cast "
        "tensorflow.dtypes.saturate_cast tensorflow.eye tensorflow.fill tensorflow.lin_space "
        "tensorflow.linalg.eye tensorflow.linspace tensorflow.meshgrid tensorflow.multinomial "
        "tensorflow.one_hot tensorflow.ones tensorflow.ones_like tensorflow.random.categorical "
        "tensorflow.random.gamma tensorflow.random.normal tensorflow.random.shuffle "
        "tensorflow.random.truncated_normal tensorflow.random.uniform tensorflow.random_gamma "
        "tensorflow.random_normal tensorflow.random_shuffle tensorflow.random_uniform tensorflow.range "
        "tensorflow.saturate_cast tensorflow.sequence_mask tensorflow.to_double tensorflow.to_float "
        "tensorflow.to_int32 tensorflow.to_int64 tensorflow.truncated_normal tensorflow.zeros "
        "tensorflow.zeros_like "
    ),
    "tensorflow.dataset": (
        "tensorflow.compat.v1.data.make_initializable_iterator tensorflow.compat.v1.data.make_one_shot_iterator "
        "tensorflow.data.AUTOTUNE tensorflow.data.Dataset tensorflow.data.FixedLengthRecordDataset "
        "tensorflow.data.INFINITE_CARDINALITY tensorflow.data.Iterator tensorflow.data.Options "
        "tensorflow.data.TFRecordDataset tensorflow.data.TextLineDataset tensorflow.data.UNKNOWN_CARDINALITY "
        "tensorflow.data.experimental.AUTOTUNE tensorflow.data.experimental.CsvDataset "
        "tensorflow.data.experimental.INFINITE_CARDINALITY tensorflow.data.experimental.UNKNOWN_CARDINALITY "
        "tensorflow.data.experimental.cardinality "
    ),
    "tensorflow.decomposition": (
        "tensorflow.cholesky_solve tensorflow.cross tensorflow.diag_part tensorflow.eig tensorflow.eigvals "
        "tensorflow.linalg.adjoint tensorflow.linalg.banded_triangular_solve tensorflow.linalg.cholesky_solve "
        "tensorflow.linalg.cross tensorflow.linalg.eig tensorflow.linalg.eigh_tridiagonal "
        "tensorflow.linalg.eigvals tensorflow.linalg.eigvalsh tensorflow.linalg.logdet tensorflow.linalg.logm "
        "tensorflow.linalg.lstsq tensorflow.linalg.lu tensorflow.linalg.lu_matrix_inverse "
        "tensorflow.linalg.lu_reconstruct tensorflow.linalg.lu_solve tensorflow.linalg.matrix_rank "
        "tensorflow.linalg.normalize tensorflow.linalg.pinv tensorflow.linalg.qr tensorflow.linalg.slogdet "
        "tensorflow.linalg.sqrtm tensorflow.linalg.tensor_diag_part tensorflow.linalg.triangular_solve "
        "tensorflow.linalg.tridiagonal_matmul tensorflow.linalg.tridiagonal_solve tensorflow.matrix_solve_ls "
        "tensorflow.matrix_square_root tensorflow.matrix_triangular_solve tensorflow.qr "
    ),
    "tensorflow.distributions": (
        "tensorflow.contrib.distributions.Bernoulli tensorflow.contrib.distributions.Beta "
        "tensorflow.contrib.distributions.Categorical tensorflow.contrib.distributions.Cauchy "
        "tensorflow.contrib.distributions.Exponential tensorflow.contrib.distributions.Gamma "
        "tensorflow.contrib.distributions.Gumbel tensorflow.contrib.distributions.Laplace "
        "tensorflow.contrib.distributions.LogNormal tensorflow.contrib.distributions.Normal "
        "tensorflow.contrib.distributions.OneHotCategorical tensorflow.contrib.distributions.Poisson "
        "tensorflow.contrib.distributions.StudentT tensorflow.contrib.distributions.Uniform "
        "tensorflow.distributions.Bernoulli tensorflow.distributions.Beta tensorflow.distributions.Categorical "
        "tensorflow.distributions.Cauchy tensorflow.distributions.Distribution.log_prob "
        "tensorflow.distributions.Distribution.sample tensorflow.distributions.Exponential "
        "tensorflow.distributions.Gamma tensorflow.distributions.Gumbel tensorflow.distributions.Laplace "
        "tensorflow.distributions.LogNormal tensorflow.distributions.Normal "
        "tensorflow.distributions.OneHotCategorical tensorflow.distributions.Poisson "
        "tensorflow.distributions.StudentT tensorflow.distributions.Uniform "
    ),
    "tensorflow.elements": (
        "tensorflow.data.Dataset.from_generator.element tensorflow.data.Dataset.from_tensor_slices "
    ),
    "tensorflow.elementwise": (
        "tensorflow.abs tensorflow.acos tensorflow.acosh tensorflow.add tensorflow.add_n tensorflow.asin "
        "tensorflow.asinh tensorflow.atan tensorflow.atan2 tensorflow.atanh tensorflow.ceil "
        "tensorflow.clip_by_norm tensorflow.clip_by_value tensorflow.compat.v1.div tensorflow.complex "
        "tensorflow.conj tensorflow.cos tensorflow.cosh tensorflow.digamma tensorflow.div tensorflow.divide "
        "tensorflow.divide_no_nan tensorflow.dtypes.complex tensorflow.equal tensorflow.erf tensorflow.erfc "
        "tensorflow.erfinv tensorflow.exp tensorflow.expm1 tensorflow.floor tensorflow.floordiv "
        "tensorflow.floormod tensorflow.greater tensorflow.greater_equal tensorflow.guarantee_const "
        "tensorflow.identity tensorflow.imag tensorflow.is_finite tensorflow.is_inf tensorflow.is_nan "
        "tensorflow.less tensorflow.less_equal tensorflow.lgamma tensorflow.log tensorflow.log1p "
        "tensorflow.log_sigmoid tensorflow.logical_and tensorflow.logical_not tensorflow.logical_or "
        "tensorflow.logical_xor tensorflow.math.abs tensorflow.math.acos tensorflow.math.acosh "
        "tensorflow.math.add tensorflow.math.add_n tensorflow.math.angle tensorflow.math.asin "
        "tensorflow.math.asinh tensorflow.math.atan tensorflow.math.atan2 tensorflow.math.atanh "
        "tensorflow.math.ceil tensorflow.math.conj tensorflow.math.cos tensorflow.math.cosh "
        "tensorflow.math.digamma tensorflow.math.div tensorflow.math.divide tensorflow.math.divide_no_nan "
        "tensorflow.math.equal tensorflow.math.erf tensorflow.math.erfc tensorflow.math.erfinv "
        "tensorflow.math.exp tensorflow.math.expm1 tensorflow.math.floor tensorflow.math.floordiv "
        "tensorflow.math.floormod tensorflow.math.greater tensorflow.math.greater_equal tensorflow.math.imag "
        "tensorflow.math.is_finite tensorflow.math.is_inf tensorflow.math.is_nan tensorflow.math.less "
        "tensorflow.math.less_equal tensorflow.math.lgamma tensorflow.math.log tensorflow.math.log1p "
        "tensorflow.math.log_sigmoid tensorflow.math.logical_and tensorflow.math.logical_not "
        "tensorflow.math.logical_or tensorflow.math.logical_xor tensorflow.math.maximum tensorflow.math.minimum "
        "tensorflow.math.mod tensorflow.math.multiply tensorflow.math.multiply_no_nan tensorflow.math.negative "
        "tensorflow.math.not_equal tensorflow.math.pow tensorflow.math.real tensorflow.math.reciprocal "
        "tensorflow.math.rint tensorflow.math.round tensorflow.math.rsqrt tensorflow.math.sigmoid "
        "tensorflow.math.sign tensorflow.math.sin tensorflow.math.sinh tensorflow.math.sqrt "
        "tensorflow.math.square tensorflow.math.squared_difference tensorflow.math.subtract tensorflow.math.tan "
        "tensorflow.math.tanh tensorflow.math.truediv tensorflow.math.xlogy tensorflow.maximum "
        "tensorflow.minimum tensorflow.mod tensorflow.multiply tensorflow.multiply_no_nan tensorflow.negative "
        "tensorflow.nn.sigmoid tensorflow.nn.tanh tensorflow.not_equal tensorflow.pow tensorflow.real "
        "tensorflow.reciprocal tensorflow.rint tensorflow.round tensorflow.rsqrt tensorflow.sigmoid "
        "tensorflow.sign tensorflow.sin tensorflow.sinh tensorflow.sqrt tensorflow.square "
        "tensorflow.squared_difference tensorflow.stop_gradient tensorflow.subtract tensorflow.tan "
        "tensorflow.tanh tensorflow.truediv tensorflow.xlogy "
    ),
    "tensorflow.estimator": (
        "tensorflow.estimator.Estimator tensorflow.estimator.EstimatorSpec tensorflow.estimator.EvalSpec "
        "tensorflow.estimator.LoggingTensorHook tensorflow.estimator.ModeKeys.EVAL "
        "tensorflow.estimator.ModeKeys.PREDICT tensorflow.estimator.ModeKeys.TRAIN "
        "tensorflow.estimator.RunConfig tensorflow.estimator.TrainSpec "
        "tensorflow.estimator.inputs.numpy_input_fn tensorflow.estimator.inputs.numpy_io.numpy_input_fn "
        "tensorflow.estimator.train_and_evaluate tensorflow.train.LoggingTensorHook "
    ),
    "tensorflow.files": (
        "tensorflow.FixedLenFeature tensorflow.FixedLenSequenceFeature tensorflow.RaggedFeature "
        "tensorflow.SparseFeature tensorflow.VarLenFeature "
        "tensorflow.contrib.learn.datasets.mnist.read_data_sets tensorflow.decode_raw "
        "tensorflow.examples.tutorials.mnist.input_data.read_data_sets "
        "tensorflow.examples.tutorials.mnist.mnist.read_data_sets tensorflow.image.decode_image "
        "tensorflow.image.decode_jpeg tensorflow.image.decode_png tensorflow.io.FixedLenFeature "
        "tensorflow.io.FixedLenSequenceFeature tensorflow.io.RaggedFeature tensorflow.io.SparseFeature "
        "tensorflow.io.VarLenFeature tensorflow.io.decode_image tensorflow.io.decode_jpeg "
        "tensorflow.io.decode_png tensorflow.io.decode_raw tensorflow.io.parse_example "
        "tensorflow.io.parse_single_example tensorflow.io.read_file tensorflow.parse_example "
        "tensorflow.parse_single_example tensorflow.parsing.FixedLenFeature tensorflow.read_file "
    ),
    "tensorflow.flow": (
        "tensorflow.GradientTape tensorflow.GradientTape.gradient tensorflow.GradientTape.jacobian "
        "tensorflow.autograph.experimental.do_not_convert tensorflow.case tensorflow.cond "
        "tensorflow.custom_gradient tensorflow.function tensorflow.map_fn tensorflow.nest.assert_same_structure "
        "tensorflow.nest.flatten tensorflow.nest.is_nested tensorflow.nest.map_structure "
        "tensorflow.nest.pack_sequence_as tensorflow.numpy_function tensorflow.py_func tensorflow.py_function "
        "tensorflow.recompute_grad tensorflow.switch_case tensorflow.tuple tensorflow.vectorized_map "
    ),
    "tensorflow.folding": (
        "tensorflow.TensorArray tensorflow.TensorArray.write tensorflow.foldl tensorflow.foldr "
        "tensorflow.lookup.KeyValueTensorInitializer tensorflow.lookup.StaticHashTable "
        "tensorflow.lookup.StaticVocabularyTable tensorflow.lookup.TextFileInitializer tensorflow.scan "
    ),
    "tensorflow.graph": (
        "tensorflow.Graph tensorflow.InteractiveSession tensorflow.Operation tensorflow.Session "
        "tensorflow.Tensor.eval tensorflow.Tensor.initializer tensorflow.Tensor.op "
        "tensorflow.compat.v1.InteractiveSession tensorflow.compat.v1.Session tensorflow.compat.v1.Session.run "
        "tensorflow.compat.v1.Session.run.feed_dict tensorflow.compat.v1.metrics.accuracy "
        "tensorflow.compat.v1.metrics.auc tensorflow.compat.v1.metrics.mean "
        "tensorflow.compat.v1.metrics.precision tensorflow.compat.v1.metrics.recall "
        "tensorflow.compat.v1.placeholder tensorflow.compat.v1.placeholder_with_default "
        "tensorflow.compat.v1.train.AdadeltaOptimizer tensorflow.compat.v1.train.AdagradDAOptimizer "
        "tensorflow.compat.v1.train.AdagradOptimizer tensorflow.compat.v1.train.AdamOptimizer "
        "tensorflow.compat.v1.train.FtrlOptimizer tensorflow.compat.v1.train.GradientDescentOptimizer "
        "tensorflow.compat.v1.train.MomentumOptimizer tensorflow.compat.v1.train.Optimizer "
        "tensorflow.compat.v1.train.ProximalAdagradOptimizer "
        "tensorflow.compat.v1.train.ProximalGradientDescentOptimizer "
        "tensorflow.compat.v1.train.RMSPropOptimizer tensorflow.compat.v1.train.SyncReplicasOptimizer "
        "tensorflow.compat.v1.train.exponential_decay tensorflow.compat.v1.train.inverse_time_decay "
        "tensorflow.compat.v1.train.natural_exp_decay tensorflow.global_variables_initializer "
        "tensorflow.gradients tensorflow.group tensorflow.initialize_all_variables "
        "tensorflow.local_variables_initializer tensorflow.metrics.accuracy tensorflow.metrics.auc "
        "tensorflow.metrics.mean tensorflow.metrics.precision tensorflow.metrics.recall tensorflow.no_op "
        "tensorflow.placeholder tensorflow.placeholder_with_default tensorflow.tables_initializer "
        "tensorflow.train.AdadeltaOptimizer tensorflow.train.AdagradDAOptimizer "
        "tensorflow.train.AdagradOptimizer tensorflow.train.AdamOptimizer tensorflow.train.FtrlOptimizer "
        "tensorflow.train.GradientDescentOptimizer tensorflow.train.MomentumOptimizer "
        "tensorflow.train.MonitoredTrainingSession tensorflow.train.Optimizer "
        "tensorflow.train.ProximalAdagradOptimizer tensorflow.train.ProximalGradientDescentOptimizer "
        "tensorflow.train.RMSPropOptimizer tensorflow.train.SyncReplicasOptimizer "
        "tensorflow.train.exponential_decay tensorflow.train.inverse_time_decay "
        "tensorflow.train.natural_exp_decay tensorflow.variables_initializer "
    ),
    "tensorflow.grouping": (
        "tensorflow.data.experimental.Counter tensorflow.data.experimental.assert_cardinality "
        "tensorflow.data.experimental.bucket_by_sequence_length "
        "tensorflow.data.experimental.choose_from_datasets tensorflow.data.experimental.copy_to_device "
        "tensorflow.data.experimental.dense_to_ragged_batch tensorflow.data.experimental.enumerate_dataset "
        "tensorflow.data.experimental.get_single_element tensorflow.data.experimental.group_by_window "
        "tensorflow.data.experimental.ignore_errors tensorflow.data.experimental.make_csv_dataset "
        "tensorflow.data.experimental.map_and_batch tensorflow.data.experimental.parallel_interleave "
        "tensorflow.data.experimental.prefetch_to_device tensorflow.data.experimental.rejection_resample "
        "tensorflow.data.experimental.sample_from_datasets tensorflow.data.experimental.scan "
        "tensorflow.data.experimental.shuffle_and_repeat tensorflow.data.experimental.snapshot "
        "tensorflow.data.experimental.take_while tensorflow.data.experimental.unbatch "
        "tensorflow.data.experimental.unique "
    ),
    "tensorflow.image": (
        "tensorflow.compat.v1.image.resize_bicubic tensorflow.compat.v1.image.resize_bilinear "
        "tensorflow.compat.v1.image.resize_images tensorflow.compat.v1.image.resize_nearest_neighbor "
        "tensorflow.image.ResizeMethod tensorflow.image.adjust_brightness tensorflow.image.adjust_contrast "
        "tensorflow.image.adjust_gamma tensorflow.image.adjust_hue tensorflow.image.adjust_saturation "
        "tensorflow.image.central_crop tensorflow.image.convert_image_dtype tensorflow.image.crop_and_resize "
        "tensorflow.image.crop_to_bounding_box tensorflow.image.flip_left_right tensorflow.image.flip_up_down "
        "tensorflow.image.grayscale_to_rgb tensorflow.image.hsv_to_rgb tensorflow.image.non_max_suppression "
        "tensorflow.image.pad_to_bounding_box tensorflow.image.per_image_standardization "
        "tensorflow.image.random_brightness tensorflow.image.random_contrast tensorflow.image.random_crop "
        "tensorflow.image.random_flip_left_right tensorflow.image.random_flip_up_down "
        "tensorflow.image.random_hue tensorflow.image.random_saturation tensorflow.image.resize "
        "tensorflow.image.resize_bicubic tensorflow.image.resize_bilinear "
        "tensorflow.image.resize_image_with_crop_or_pad tensorflow.image.resize_images "
        "tensorflow.image.resize_nearest_neighbor tensorflow.image.resize_with_crop_or_pad "
        "tensorflow.image.resize_with_pad tensorflow.image.rgb_to_grayscale tensorflow.image.rgb_to_hsv "
        "tensorflow.image.rot90 tensorflow.image.total_variation tensorflow.image.transpose "
        "tensorflow.random_crop "
    ),
    "tensorflow.indexing": (
        "tensorflow.Tensor.__getitem__ tensorflow.boolean_mask tensorflow.compat.v1.nn.embedding_lookup "
        "tensorflow.dynamic_stitch tensorflow.gather tensorflow.gather_nd tensorflow.nn.embedding_lookup "
        "tensorflow.scatter_nd tensorflow.searchsorted tensorflow.tensor_scatter_nd_add "
        "tensorflow.tensor_scatter_nd_max tensorflow.tensor_scatter_nd_min tensorflow.tensor_scatter_nd_sub "
        "tensorflow.tensor_scatter_nd_update tensorflow.where "
    ),
    "tensorflow.joining": (
        "tensorflow.concat tensorflow.parallel_stack tensorflow.split tensorflow.stack tensorflow.unstack "
    ),
    "tensorflow.legacy_layers": (
        "tensorflow.contrib.layers.batch_norm tensorflow.contrib.layers.dropout "
        "tensorflow.contrib.layers.flatten tensorflow.contrib.slim.batch_norm tensorflow.contrib.slim.dropout "
        "tensorflow.contrib.slim.flatten tensorflow.layers.average_pooling1d "
        "tensorflow.layers.average_pooling2d tensorflow.layers.average_pooling3d "
        "tensorflow.layers.batch_normalization tensorflow.layers.conv1d tensorflow.layers.conv2d "
        "tensorflow.layers.conv2d_transpose tensorflow.layers.conv3d tensorflow.layers.dense "
        "tensorflow.layers.dropout tensorflow.layers.flatten tensorflow.layers.max_pooling1d "
        "tensorflow.layers.max_pooling2d tensorflow.layers.max_pooling3d "
    ),
    "tensorflow.losses": (
        "tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits "
        "tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits_v2 "
        "tensorflow.compat.v1.nn.sparse_softmax_cross_entropy_with_logits "
        "tensorflow.nn.sigmoid_cross_entropy_with_logits tensorflow.nn.softmax_cross_entropy_with_logits "
        "tensorflow.nn.softmax_cross_entropy_with_logits_v2 "
        "tensorflow.nn.sparse_softmax_cross_entropy_with_logits "
        "tensorflow.nn.weighted_cross_entropy_with_logits "
    ),
    "tensorflow.losses_v1": (
        "tensorflow.compat.v1.losses.absolute_difference tensorflow.compat.v1.losses.cosine_distance "
        "tensorflow.compat.v1.losses.get_regularization_loss tensorflow.compat.v1.losses.get_total_loss "
        "tensorflow.compat.v1.losses.hinge_loss tensorflow.compat.v1.losses.huber_loss "
        "tensorflow.compat.v1.losses.log_loss tensorflow.compat.v1.losses.mean_squared_error "
        "tensorflow.compat.v1.losses.sigmoid_cross_entropy tensorflow.compat.v1.losses.softmax_cross_entropy "
        "tensorflow.compat.v1.losses.sparse_softmax_cross_entropy tensorflow.losses.absolute_difference "
        "tensorflow.losses.cosine_distance tensorflow.losses.get_regularization_loss "
        "tensorflow.losses.get_total_loss tensorflow.losses.hinge_loss tensorflow.losses.huber_loss "
        "tensorflow.losses.log_loss tensorflow.losses.mean_squared_error "
        "tensorflow.losses.sigmoid_cross_entropy tensorflow.losses.softmax_cross_entropy "
        "tensorflow.losses.sparse_softmax_cross_entropy "
    ),
    "tensorflow.movement": (
        "tensorflow.broadcast_to tensorflow.depth_to_space tensorflow.ensure_shape tensorflow.expand_dims "
        "tensorflow.linalg.matrix_transpose tensorflow.matrix_transpose tensorflow.nn.depth_to_space "
        "tensorflow.nn.space_to_depth tensorflow.pad tensorflow.repeat tensorflow.reshape tensorflow.slice "
        "tensorflow.space_to_depth tensorflow.squeeze tensorflow.tile tensorflow.transpose "
    ),
    "tensorflow.nn": (
        "tensorflow.compat.v1.nn.dropout tensorflow.compat.v1.nn.relu_layer tensorflow.compat.v1.nn.xw_plus_b "
        "tensorflow.log_softmax tensorflow.math.log_softmax tensorflow.math.softmax tensorflow.math.softplus "
        "tensorflow.math.softsign tensorflow.nn.batch_normalization tensorflow.nn.bias_add tensorflow.nn.crelu "
        "tensorflow.nn.dropout tensorflow.nn.elu tensorflow.nn.gelu tensorflow.nn.l2_loss "
        "tensorflow.nn.leaky_relu tensorflow.nn.local_response_normalization tensorflow.nn.log_softmax "
        "tensorflow.nn.lrn tensorflow.nn.relu tensorflow.nn.relu6 tensorflow.nn.relu_layer tensorflow.nn.selu "
        "tensorflow.nn.silu tensorflow.nn.softmax tensorflow.nn.softplus tensorflow.nn.softsign "
        "tensorflow.nn.swish tensorflow.nn.xw_plus_b tensorflow.softmax "
    ),
    "tensorflow.pictures": (
        "tensorflow.extract_image_patches tensorflow.extract_volume_patches "
        "tensorflow.image.adjust_jpeg_quality tensorflow.image.combined_non_max_suppression "
        "tensorflow.image.draw_bounding_boxes tensorflow.image.extract_glimpse tensorflow.image.extract_patches "
        "tensorflow.image.image_gradients tensorflow.image.non_max_suppression_overlaps "
        "tensorflow.image.non_max_suppression_with_scores tensorflow.image.psnr "
        "tensorflow.image.random_jpeg_quality tensorflow.image.rgb_to_yiq tensorflow.image.rgb_to_yuv "
        "tensorflow.image.sample_distorted_bounding_box tensorflow.image.sobel_edges tensorflow.image.ssim "
        "tensorflow.image.ssim_multiscale tensorflow.image.stateless_random_brightness "
        "tensorflow.image.stateless_random_contrast tensorflow.image.stateless_random_crop "
        "tensorflow.image.stateless_random_flip_left_right tensorflow.image.stateless_random_flip_up_down "
        "tensorflow.image.stateless_random_hue tensorflow.image.stateless_random_jpeg_quality "
        "tensorflow.image.stateless_random_saturation tensorflow.image.stateless_sample_distorted_bounding_box "
        "tensorflow.image.yiq_to_rgb tensorflow.image.yuv_to_rgb "
    ),
    "tensorflow.products": (
        "tensorflow.compat.v1.matrix_determinant tensorflow.compat.v1.matrix_inverse tensorflow.diag "
        "tensorflow.einsum tensorflow.linalg.band_part tensorflow.linalg.cholesky tensorflow.linalg.det "
        "tensorflow.linalg.diag tensorflow.linalg.diag_part tensorflow.linalg.eigh tensorflow.linalg.einsum "
        "tensorflow.linalg.expm tensorflow.linalg.inv tensorflow.linalg.matmul tensorflow.linalg.matvec "
        "tensorflow.linalg.set_diag tensorflow.linalg.solve tensorflow.linalg.svd tensorflow.linalg.tensor_diag "
        "tensorflow.linalg.tensordot tensorflow.linalg.trace tensorflow.matmul tensorflow.matrix_band_part "
        "tensorflow.matrix_determinant tensorflow.matrix_diag tensorflow.matrix_diag_part "
        "tensorflow.matrix_inverse tensorflow.matrix_set_diag tensorflow.matrix_solve "
        "tensorflow.self_adjoint_eig tensorflow.svd tensorflow.tensordot tensorflow.trace "
    ),
    "tensorflow.ragged": (
        "tensorflow.RaggedTensor tensorflow.RaggedTensor.bounding_shape tensorflow.RaggedTensor.dtype "
        "tensorflow.RaggedTensor.flat_values tensorflow.RaggedTensor.from_row_lengths "
        "tensorflow.RaggedTensor.from_row_splits tensorflow.RaggedTensor.from_row_starts "
        "tensorflow.RaggedTensor.from_tensor tensorflow.RaggedTensor.from_value_rowids "
        "tensorflow.RaggedTensor.nrows tensorflow.RaggedTensor.row_lengths tensorflow.RaggedTensor.shape "
        "tensorflow.RaggedTensor.to_tensor tensorflow.ragged.boolean_mask tensorflow.ragged.constant "
        "tensorflow.ragged.range tensorflow.ragged.row_splits_to_segment_ids "
        "tensorflow.ragged.segment_ids_to_row_splits tensorflow.ragged.stack "
        "tensorflow.ragged.stack_dynamic_partitions "
    ),
    "tensorflow.reduction": (
        "tensorflow.argmax tensorflow.argmin tensorflow.argsort tensorflow.clip_by_global_norm "
        "tensorflow.compat.v1.argmax tensorflow.compat.v1.argmin tensorflow.compat.v1.math.argmax "
        "tensorflow.compat.v1.math.argmin tensorflow.compat.v1.math.in_top_k tensorflow.compat.v1.nn.in_top_k "
        "tensorflow.count_nonzero tensorflow.cumprod tensorflow.cumsum tensorflow.global_norm "
        "tensorflow.linalg.global_norm tensorflow.linalg.l2_normalize tensorflow.linalg.norm "
        "tensorflow.math.argmax tensorflow.math.argmin tensorflow.math.bincount "
        "tensorflow.math.confusion_matrix tensorflow.math.count_nonzero tensorflow.math.cumprod "
        "tensorflow.math.cumsum tensorflow.math.cumulative_logsumexp tensorflow.math.in_top_k "
        "tensorflow.math.l2_normalize tensorflow.math.reduce_all tensorflow.math.reduce_any "
        "tensorflow.math.reduce_euclidean_norm tensorflow.math.reduce_logsumexp tensorflow.math.reduce_max "
        "tensorflow.math.reduce_mean tensorflow.math.reduce_min tensorflow.math.reduce_prod "
        "tensorflow.math.reduce_std tensorflow.math.reduce_sum tensorflow.math.reduce_variance "
        "tensorflow.math.segment_max tensorflow.math.segment_mean tensorflow.math.segment_min "
        "tensorflow.math.segment_prod tensorflow.math.segment_sum tensorflow.math.top_k "
        "tensorflow.math.unsorted_segment_max tensorflow.math.unsorted_segment_mean "
        "tensorflow.math.unsorted_segment_min tensorflow.math.unsorted_segment_prod "
        "tensorflow.math.unsorted_segment_sum tensorflow.nn.in_top_k tensorflow.nn.l2_normalize "
        "tensorflow.nn.moments tensorflow.nn.top_k tensorflow.norm tensorflow.reduce_all tensorflow.reduce_any "
        "tensorflow.reduce_logsumexp tensorflow.reduce_max tensorflow.reduce_mean tensorflow.reduce_min "
        "tensorflow.reduce_prod tensorflow.reduce_sum tensorflow.reverse tensorflow.roll tensorflow.sort "
        "tensorflow.unique "
    ),
    "tensorflow.rnn": (
        "tensorflow.contrib.rnn.static_bidirectional_rnn tensorflow.contrib.rnn.static_rnn "
        "tensorflow.nn.bidirectional_dynamic_rnn tensorflow.nn.dynamic_rnn tensorflow.nn.rnn "
        "tensorflow.nn.rnn_cell.unrolled.bidirectional_dynamic_rnn tensorflow.nn.rnn_cell.unrolled.dynamic_rnn "
        "tensorflow.nn.rnn_cell.unrolled.static_rnn tensorflow.nn.static_bidirectional_rnn "
        "tensorflow.nn.static_rnn "
    ),
    "tensorflow.sampled": (
        "tensorflow.contrib.seq2seq.sequence_loss tensorflow.nn.nce_loss tensorflow.nn.sampled_softmax_loss "
    ),
    "tensorflow.sets": (
        "tensorflow.sets.difference tensorflow.sets.intersection tensorflow.sets.set_difference "
        "tensorflow.sets.set_intersection tensorflow.sets.set_union tensorflow.sets.union "
    ),
    "tensorflow.slim": (
        "tensorflow.contrib.layers.avg_pool2d tensorflow.contrib.layers.conv2d "
        "tensorflow.contrib.layers.conv2d_transpose tensorflow.contrib.layers.convolution "
        "tensorflow.contrib.layers.convolution2d tensorflow.contrib.layers.fully_connected "
        "tensorflow.contrib.layers.linear tensorflow.contrib.layers.max_pool2d "
        "tensorflow.contrib.layers.one_hot_encoding tensorflow.contrib.layers.python.layers.layers.avg_pool2d "
        "tensorflow.contrib.layers.python.layers.layers.conv2d "
        "tensorflow.contrib.layers.python.layers.layers.conv2d_transpose "
        "tensorflow.contrib.layers.python.layers.layers.fully_connected "
        "tensorflow.contrib.layers.python.layers.layers.max_pool2d tensorflow.contrib.slim.avg_pool2d "
        "tensorflow.contrib.slim.conv2d tensorflow.contrib.slim.conv2d_transpose "
        "tensorflow.contrib.slim.fully_connected tensorflow.contrib.slim.max_pool2d "
        "tensorflow.contrib.slim.one_hot_encoding "
    ),
    "tensorflow.sparse": (
        "tensorflow.SparseTensor tensorflow.contrib.layers.dense_to_sparse "
        "tensorflow.nn.embedding_lookup_sparse tensorflow.nn.safe_embedding_lookup_sparse "
        "tensorflow.sparse.SparseTensor tensorflow.sparse.SparseTensor.__init__ "
        "tensorflow.sparse.SparseTensor.dense_shape tensorflow.sparse.SparseTensor.dtype "
        "tensorflow.sparse.SparseTensor.get_shape tensorflow.sparse.SparseTensor.indices "
        "tensorflow.sparse.SparseTensor.shape tensorflow.sparse.SparseTensor.values tensorflow.sparse.add "
        "tensorflow.sparse.bincount tensorflow.sparse.concat tensorflow.sparse.expand_dims "
        "tensorflow.sparse.eye tensorflow.sparse.fill_empty_rows tensorflow.sparse.from_dense "
        "tensorflow.sparse.matmul tensorflow.sparse.maximum tensorflow.sparse.minimum "
        "tensorflow.sparse.reduce_max tensorflow.sparse.reduce_sum tensorflow.sparse.reorder "
        "tensorflow.sparse.reset_shape tensorflow.sparse.reshape tensorflow.sparse.retain "
        "tensorflow.sparse.segment_mean tensorflow.sparse.segment_sqrt_n tensorflow.sparse.segment_sum "
        "tensorflow.sparse.slice tensorflow.sparse.softmax tensorflow.sparse.sparse_dense_matmul "
        "tensorflow.sparse.split tensorflow.sparse.to_dense tensorflow.sparse.to_indicator "
        "tensorflow.sparse.transpose tensorflow.sparse_add tensorflow.sparse_fill_empty_rows "
        "tensorflow.sparse_maximum tensorflow.sparse_minimum tensorflow.sparse_reduce_max "
        "tensorflow.sparse_reduce_sum tensorflow.sparse_reorder tensorflow.sparse_reset_shape "
        "tensorflow.sparse_reshape tensorflow.sparse_retain tensorflow.sparse_segment_mean "
        "tensorflow.sparse_segment_sqrt_n tensorflow.sparse_segment_sum tensorflow.sparse_slice "
        "tensorflow.sparse_softmax tensorflow.sparse_split tensorflow.sparse_tensor_dense_matmul "
        "tensorflow.sparse_tensor_to_dense tensorflow.sparse_to_indicator tensorflow.sparse_transpose "
    ),
    "tensorflow.special": (
        "tensorflow.accumulate_n tensorflow.betainc tensorflow.bitwise.bitwise_and "
        "tensorflow.bitwise.bitwise_or tensorflow.bitwise.bitwise_xor tensorflow.bitwise.invert "
        "tensorflow.bitwise.left_shift tensorflow.bitwise.right_shift tensorflow.histogram_fixed_width "
        "tensorflow.histogram_fixed_width_bins tensorflow.invert_permutation tensorflow.lbeta "
        "tensorflow.math.accumulate_n tensorflow.math.approx_max_k tensorflow.math.approx_min_k "
        "tensorflow.math.bessel_i0 tensorflow.math.bessel_i0e tensorflow.math.bessel_i1 "
        "tensorflow.math.bessel_i1e tensorflow.math.betainc tensorflow.math.erfcinv tensorflow.math.igamma "
        "tensorflow.math.igammac tensorflow.math.invert_permutation tensorflow.math.is_non_decreasing "
        "tensorflow.math.is_strictly_increasing tensorflow.math.lbeta tensorflow.math.ndtri "
        "tensorflow.math.nextafter tensorflow.math.polygamma tensorflow.math.polyval "
        "tensorflow.math.reciprocal_no_nan tensorflow.math.scalar_mul tensorflow.math.sobol_sample "
        "tensorflow.math.special.bessel_i0 tensorflow.math.special.bessel_i0e tensorflow.math.special.bessel_i1 "
        "tensorflow.math.special.bessel_i1e tensorflow.math.special.bessel_j0 tensorflow.math.special.bessel_j1 "
        "tensorflow.math.special.bessel_k0 tensorflow.math.special.bessel_k0e tensorflow.math.special.bessel_k1 "
        "tensorflow.math.special.bessel_k1e tensorflow.math.special.bessel_y0 tensorflow.math.special.bessel_y1 "
        "tensorflow.math.special.dawsn tensorflow.math.special.expint tensorflow.math.special.fresnel_cos "
        "tensorflow.math.special.fresnel_sin tensorflow.math.special.spence tensorflow.math.xdivy "
        "tensorflow.math.xlog1py tensorflow.math.zero_fraction tensorflow.math.zeta tensorflow.nn.approx_max_k "
        "tensorflow.nn.approx_min_k tensorflow.nn.batch_norm_with_global_normalization "
        "tensorflow.nn.compute_average_loss tensorflow.nn.experimental.general_dropout "
        "tensorflow.nn.experimental.stateless_dropout tensorflow.nn.isotonic_regression "
        "tensorflow.nn.log_poisson_loss tensorflow.nn.normalize_moments tensorflow.nn.scale_regularization_loss "
        "tensorflow.nn.sufficient_statistics tensorflow.nn.weighted_moments tensorflow.nn.zero_fraction "
        "tensorflow.polyval tensorflow.realdiv tensorflow.scalar_mul tensorflow.truncatediv "
        "tensorflow.truncatemod "
    ),
    "tensorflow.spectral": (
        "tensorflow.fft tensorflow.fft2d tensorflow.fft3d tensorflow.ifft tensorflow.ifft2d tensorflow.ifft3d "
        "tensorflow.signal.dct tensorflow.signal.fft tensorflow.signal.fft2d tensorflow.signal.fft3d "
        "tensorflow.signal.fftshift tensorflow.signal.frame tensorflow.signal.hamming_window "
        "tensorflow.signal.hann_window tensorflow.signal.idct tensorflow.signal.ifft tensorflow.signal.ifft2d "
        "tensorflow.signal.ifft3d tensorflow.signal.ifftshift tensorflow.signal.inverse_mdct "
        "tensorflow.signal.inverse_stft tensorflow.signal.irfft tensorflow.signal.irfft2d "
        "tensorflow.signal.irfft3d tensorflow.signal.kaiser_bessel_derived_window "
        "tensorflow.signal.kaiser_window tensorflow.signal.linear_to_mel_weight_matrix tensorflow.signal.mdct "
        "tensorflow.signal.mfccs_from_log_mel_spectrograms tensorflow.signal.overlap_and_add "
        "tensorflow.signal.rfft tensorflow.signal.rfft2d tensorflow.signal.rfft3d tensorflow.signal.stft "
        "tensorflow.signal.vorbis_window "
    ),
    "tensorflow.stateless": (
        "tensorflow.nn.all_candidate_sampler tensorflow.nn.fixed_unigram_candidate_sampler "
        "tensorflow.nn.learned_unigram_candidate_sampler tensorflow.nn.log_uniform_candidate_sampler "
        "tensorflow.nn.uniform_candidate_sampler tensorflow.random.Generator "
        "tensorflow.random.all_candidate_sampler tensorflow.random.experimental.Generator "
        "tensorflow.random.experimental.get_global_generator tensorflow.random.experimental.index_shuffle "
        "tensorflow.random.fixed_unigram_candidate_sampler tensorflow.random.fold_in "
        "tensorflow.random.get_global_generator tensorflow.random.learned_unigram_candidate_sampler "
        "tensorflow.random.log_uniform_candidate_sampler tensorflow.random.poisson tensorflow.random.split "
        "tensorflow.random.stateless_binomial tensorflow.random.stateless_categorical "
        "tensorflow.random.stateless_gamma tensorflow.random.stateless_normal "
        "tensorflow.random.stateless_parameterized_truncated_normal tensorflow.random.stateless_poisson "
        "tensorflow.random.stateless_truncated_normal tensorflow.random.stateless_uniform "
        "tensorflow.random.uniform_candidate_sampler tensorflow.random_index_shuffle tensorflow.random_poisson "
    ),
    "tensorflow.strategies": (
        "tensorflow.distribute.MirroredStrategy tensorflow.distribute.MultiWorkerMirroredStrategy "
        "tensorflow.distribute.OneDeviceStrategy tensorflow.distribute.Strategy "
        "tensorflow.distribute.TPUStrategy tensorflow.distribute.experimental.CentralStorageStrategy "
        "tensorflow.distribute.experimental.MultiWorkerMirroredStrategy "
        "tensorflow.distribute.experimental.TPUStrategy tensorflow.distribute.get_strategy "
    ),
    "tensorflow.tensors": (
        "tensorflow.Tensor.__abs__ tensorflow.Tensor.__add__ tensorflow.Tensor.__and__ tensorflow.Tensor.__eq__ "
        "tensorflow.Tensor.__floordiv__ tensorflow.Tensor.__ge__ tensorflow.Tensor.__gt__ "
        "tensorflow.Tensor.__invert__ tensorflow.Tensor.__iter__ tensorflow.Tensor.__le__ "
        "tensorflow.Tensor.__len__ tensorflow.Tensor.__lt__ tensorflow.Tensor.__matmul__ "
        "tensorflow.Tensor.__mod__ tensorflow.Tensor.__mul__ tensorflow.Tensor.__ne__ tensorflow.Tensor.__neg__ "
        "tensorflow.Tensor.__or__ tensorflow.Tensor.__pow__ tensorflow.Tensor.__sub__ "
        "tensorflow.Tensor.__truediv__ tensorflow.Tensor.__xor__ tensorflow.Tensor.assign "
        "tensorflow.Tensor.assign_add tensorflow.Tensor.assign_sub tensorflow.Tensor.dtype "
        "tensorflow.Tensor.get_shape tensorflow.Tensor.initialized_value tensorflow.Tensor.name "
        "tensorflow.Tensor.ndim tensorflow.Tensor.numpy tensorflow.Tensor.read_value "
        "tensorflow.Tensor.set_shape tensorflow.Tensor.set_shape.check tensorflow.Tensor.shape "
        "tensorflow.Tensor.value tensorflow.assign tensorflow.assign_add tensorflow.assign_sub "
        "tensorflow.bitcast tensorflow.compat.v1.assign tensorflow.compat.v1.assign_add "
        "tensorflow.compat.v1.assign_sub tensorflow.contrib.framework.is_tensor "
        "tensorflow.contrib.util.constant_value tensorflow.get_static_value tensorflow.is_tensor "
        "tensorflow.rank tensorflow.shape tensorflow.shape_n tensorflow.size "
    ),
    "tensorflow.texts": (
        "tensorflow.as_string tensorflow.dtypes.as_string tensorflow.reduce_join tensorflow.regex_replace "
        "tensorflow.string_join tensorflow.string_strip tensorflow.string_to_hash_bucket "
        "tensorflow.string_to_hash_bucket_fast tensorflow.string_to_hash_bucket_strong "
        "tensorflow.string_to_number tensorflow.strings.as_string tensorflow.strings.bytes_split "
        "tensorflow.strings.format tensorflow.strings.join tensorflow.strings.length tensorflow.strings.lower "
        "tensorflow.strings.ngrams tensorflow.strings.reduce_join tensorflow.strings.regex_full_match "
        "tensorflow.strings.regex_replace tensorflow.strings.split tensorflow.strings.strip "
        "tensorflow.strings.substr tensorflow.strings.to_hash_bucket tensorflow.strings.to_hash_bucket_fast "
        "tensorflow.strings.to_hash_bucket_strong tensorflow.strings.to_number "
        "tensorflow.strings.unicode_decode tensorflow.strings.unicode_decode_with_offsets "
        "tensorflow.strings.unicode_encode tensorflow.strings.unicode_script tensorflow.strings.unicode_split "
        "tensorflow.strings.unicode_split_with_offsets tensorflow.strings.unicode_transcode "
        "tensorflow.strings.unsorted_segment_join tensorflow.strings.upper tensorflow.substr "
    ),
    "tensorflow.tolerant": (
        "tensorflow.AUTO_REUSE tensorflow.ConfigProto tensorflow.GPUOptions "
        "tensorflow.GradientTape.stop_recording tensorflow.GraphOptions tensorflow.OptimizerOptions "
        "tensorflow.RunMetadata tensorflow.RunOptions tensorflow.VERSION tensorflow.__version__ "
        "tensorflow.add_to_collection tensorflow.arg_max tensorflow.arg_min tensorflow.as_dtype "
        "tensorflow.autograph.set_verbosity tensorflow.batch_matmul tensorflow.bfloat16 tensorflow.bincount "
        "tensorflow.bool tensorflow.cholesky tensorflow.colocate_with tensorflow.compat.v1.ConfigProto "
        "tensorflow.compat.v1.GPUOptions tensorflow.compat.v1.disable_resource_variables "
        "tensorflow.compat.v1.disable_v2_tensorshape tensorflow.compat.v1.enable_resource_variables "
        "tensorflow.compat.v1.summary.FileWriter tensorflow.compat.v1.train.Saver "
        "tensorflow.compat.v1.train.get_global_step tensorflow.compat.v1.train.get_or_create_global_step "
        "tensorflow.complex128 tensorflow.complex64 tensorflow.config.LogicalDeviceConfiguration "
        "tensorflow.config.experimental.VirtualDeviceConfiguration "
        "tensorflow.config.experimental.enable_op_determinism "
        "tensorflow.config.experimental.list_logical_devices "
        "tensorflow.config.experimental.list_physical_devices tensorflow.config.experimental.set_memory_growth "
        "tensorflow.config.experimental.set_virtual_device_configuration "
        "tensorflow.config.experimental.set_visible_devices tensorflow.config.experimental_connect_to_cluster "
        "tensorflow.config.experimental_run_functions_eagerly tensorflow.config.get_visible_devices "
        "tensorflow.config.list_logical_devices tensorflow.config.list_physical_devices "
        "tensorflow.config.optimizer.set_jit tensorflow.config.run_functions_eagerly "
        "tensorflow.config.set_soft_device_placement tensorflow.config.set_visible_devices "
        "tensorflow.config.threading.set_inter_op_parallelism_threads "
        "tensorflow.config.threading.set_intra_op_parallelism_threads tensorflow.confusion_matrix "
        "tensorflow.contrib.framework.arg_scope tensorflow.contrib.framework.get_global_step "
        "tensorflow.contrib.slim.arg_scope tensorflow.control_dependencies "
        "tensorflow.debugging.assert_proper_iterable tensorflow.debugging.disable_check_numerics "
        "tensorflow.debugging.disable_traceback_filtering tensorflow.debugging.enable_check_numerics "
        "tensorflow.debugging.enable_traceback_filtering tensorflow.debugging.set_log_device_placement "
        "tensorflow.device tensorflow.disable_eager_execution tensorflow.disable_v2_behavior tensorflow.double "
        "tensorflow.dtypes.as_dtype tensorflow.dtypes.bfloat16 tensorflow.dtypes.bool "
        "tensorflow.dtypes.complex128 tensorflow.dtypes.complex64 tensorflow.dtypes.double "
        "tensorflow.dtypes.float16 tensorflow.dtypes.float32 tensorflow.dtypes.float64 tensorflow.dtypes.half "
        "tensorflow.dtypes.int16 tensorflow.dtypes.int32 tensorflow.dtypes.int64 tensorflow.dtypes.int8 "
        "tensorflow.dtypes.string tensorflow.dtypes.uint16 tensorflow.dtypes.uint32 tensorflow.dtypes.uint64 "
        "tensorflow.dtypes.uint8 tensorflow.enable_eager_execution tensorflow.enable_v2_behavior "
        "tensorflow.executing_eagerly tensorflow.experimental.numpy.experimental_enable_numpy_behavior "
        "tensorflow.float16 tensorflow.float32 tensorflow.float64 tensorflow.floor_div "
        "tensorflow.get_default_graph tensorflow.get_default_session tensorflow.get_variable_scope "
        "tensorflow.gfile.DeleteRecursively tensorflow.gfile.Exists tensorflow.gfile.MakeDirs "
        "tensorflow.gfile.Remove tensorflow.half tensorflow.init_scope tensorflow.int16 tensorflow.int32 "
        "tensorflow.int64 tensorflow.int8 tensorflow.inv tensorflow.io.TFRecordWriter tensorflow.io.gfile.copy "
        "tensorflow.io.gfile.exists tensorflow.io.gfile.isdir tensorflow.io.gfile.makedirs "
        "tensorflow.io.gfile.mkdir tensorflow.io.gfile.remove tensorflow.io.gfile.rmtree "
        "tensorflow.io.write_file tensorflow.is_variable_initialized tensorflow.losses.add_loss tensorflow.mul "
        "tensorflow.name_scope tensorflow.neg tensorflow.newaxis tensorflow.op_scope tensorflow.pack "
        "tensorflow.print tensorflow.profiler.experimental.start tensorflow.profiler.experimental.stop "
        "tensorflow.python_io.TFRecordWriter tensorflow.random.set_seed tensorflow.reset_default_graph "
        "tensorflow.saved_model.save tensorflow.saved_model.simple_save tensorflow.segment_sum "
        "tensorflow.select tensorflow.set_random_seed tensorflow.sparse_matmul tensorflow.string tensorflow.sub "
        "tensorflow.summary.FileWriter tensorflow.summary.audio tensorflow.summary.create_file_writer "
        "tensorflow.summary.experimental.set_step tensorflow.summary.flush tensorflow.summary.histogram "
        "tensorflow.summary.image tensorflow.summary.merge tensorflow.summary.merge_all "
        "tensorflow.summary.record_if tensorflow.summary.scalar tensorflow.summary.text "
        "tensorflow.summary.trace_export tensorflow.summary.trace_on tensorflow.sysconfig.get_lib "
        "tensorflow.test.gpu_device_name tensorflow.test.is_built_with_cuda tensorflow.test.is_gpu_available "
        "tensorflow.tpu.experimental.initialize_tpu_system tensorflow.train.BytesList "
        "tensorflow.train.Checkpoint tensorflow.train.CheckpointManager tensorflow.train.Coordinator "
        "tensorflow.train.Example tensorflow.train.ExponentialMovingAverage tensorflow.train.Feature "
        "tensorflow.train.Features tensorflow.train.FloatList tensorflow.train.Int64List tensorflow.train.Saver "
        "tensorflow.train.SequenceExample tensorflow.train.create_global_step "
        "tensorflow.train.experimental.enable_mixed_precision_graph_rewrite tensorflow.train.get_global_step "
        "tensorflow.train.get_or_create_global_step tensorflow.train.init_from_checkpoint "
        "tensorflow.train.latest_checkpoint tensorflow.train.start_queue_runners tensorflow.train.write_graph "
        "tensorflow.uint16 tensorflow.uint32 tensorflow.uint64 tensorflow.uint8 tensorflow.unpack "
        "tensorflow.unsorted_segment_sum tensorflow.variable_creator_scope tensorflow.variable_scope "
        "tensorflow.xla.experimental.jit_scope "
    ),
    "tensorflow.variables": (
        "tensorflow.Dimension tensorflow.Module tensorflow.Tensor tensorflow.TensorShape tensorflow.TensorSpec "
        "tensorflow.Variable tensorflow.Variable.__init__ tensorflow.all_variables "
        "tensorflow.compat.dimension_value tensorflow.compat.v1.get_variable tensorflow.constant_initializer "
        "tensorflow.contrib.layers.variance_scaling_initializer tensorflow.contrib.layers.xavier_initializer "
        "tensorflow.contrib.layers.xavier_initializer_conv2d tensorflow.get_collection tensorflow.get_variable "
        "tensorflow.global_variables tensorflow.glorot_normal_initializer tensorflow.glorot_uniform_initializer "
        "tensorflow.local_variables tensorflow.model_variables tensorflow.moving_average_variables "
        "tensorflow.ones_initializer tensorflow.orthogonal_initializer tensorflow.random_normal_initializer "
        "tensorflow.random_uniform_initializer tensorflow.trainable_variables "
        "tensorflow.truncated_normal_initializer tensorflow.uniform_unit_scaling_initializer "
        "tensorflow.variance_scaling_initializer tensorflow.zeros_initializer "
    ),
    "tensorflow.while_loop": (
        "tensorflow.python.ops.while_loop tensorflow.while_loop "
    ),
    "tensorflow.windows": (
        "tensorflow.nn.atrous_conv2d_transpose tensorflow.nn.collapse_repeated tensorflow.nn.conv1d_transpose "
        "tensorflow.nn.conv3d_transpose tensorflow.nn.conv_transpose tensorflow.nn.convolution "
        "tensorflow.nn.ctc_loss tensorflow.nn.ctc_unique_labels tensorflow.nn.depthwise_conv2d_backprop_filter "
        "tensorflow.nn.depthwise_conv2d_backprop_input tensorflow.nn.dilation2d tensorflow.nn.erosion2d "
        "tensorflow.nn.fractional_avg_pool tensorflow.nn.fractional_max_pool tensorflow.nn.max_pool_with_argmax "
        "tensorflow.nn.pool "
    ),
    "torch.activation": (
        "torch.Tensor.hardshrink torch.Tensor.log_softmax torch.Tensor.prelu torch.Tensor.relu "
        "torch.Tensor.relu_ torch.Tensor.sigmoid torch.Tensor.sigmoid_ torch.Tensor.softmax torch.Tensor.tanh "
        "torch.Tensor.tanh_ torch.celu torch.dropout torch.hardshrink torch.log_softmax torch.nn.AlphaDropout "
        "torch.nn.CELU torch.nn.Dropout torch.nn.Dropout1d torch.nn.Dropout2d torch.nn.Dropout3d torch.nn.ELU "
        "torch.nn.FeatureAlphaDropout torch.nn.GELU torch.nn.GLU torch.nn.Hardshrink torch.nn.Hardsigmoid "
        "torch.nn.Hardswish torch.nn.Hardtanh torch.nn.LeakyReLU torch.nn.LogSigmoid torch.nn.LogSoftmax "
        "torch.nn.Mish torch.nn.PReLU torch.nn.RReLU torch.nn.ReLU torch.nn.ReLU6 torch.nn.SELU torch.nn.SiLU "
        "torch.nn.Sigmoid torch.nn.Softmax torch.nn.Softmax2d torch.nn.Softmin torch.nn.Softplus "
        "torch.nn.Softshrink torch.nn.Softsign torch.nn.Tanh torch.nn.Tanhshrink torch.nn.Threshold "
        "torch.nn.functional.alpha_dropout torch.nn.functional.celu torch.nn.functional.dropout "
        "torch.nn.functional.dropout1d torch.nn.functional.dropout2d torch.nn.functional.dropout3d "
        "torch.nn.functional.elu torch.nn.functional.feature_alpha_dropout torch.nn.functional.gelu "
        "torch.nn.functional.glu torch.nn.functional.gumbel_softmax torch.nn.functional.hardshrink "
        "torch.nn.functional.hardsigmoid torch.nn.functional.hardswish torch.nn.functional.hardtanh "
        "torch.nn.functional.leaky_relu torch.nn.functional.log_softmax torch.nn.functional.logsigmoid "
        "torch.nn.functional.mish torch.nn.functional.prelu torch.nn.functional.relu torch.nn.functional.relu6 "
        "torch.nn.functional.relu_ torch.nn.functional.rrelu torch.nn.functional.selu "
        "torch.nn.functional.sigmoid torch.nn.functional.silu torch.nn.functional.softmax "
        "torch.nn.functional.softmin torch.nn.functional.softplus torch.nn.functional.softshrink "
        "torch.nn.functional.softsign torch.nn.functional.tanh torch.nn.functional.tanhshrink "
        "torch.nn.functional.threshold torch.prelu torch.relu torch.relu_ torch.rrelu torch.selu torch.sigmoid "
        "torch.sigmoid_ torch.softmax torch.special.expit torch.special.log_softmax torch.special.softmax "
        "torch.tanh torch.tanh_ torch.threshold "
    ),
    "torch.attention": (
        "torch.nn.MultiheadAttention torch.nn.functional.multi_head_attention_forward "
        "torch.nn.functional.scaled_dot_product_attention "
    ),
    "torch.binary": (
        "torch.Tensor.__add__ torch.Tensor.__and__ torch.Tensor.__div__ torch.Tensor.__eq__ "
        "torch.Tensor.__floordiv__ torch.Tensor.__ge__ torch.Tensor.__gt__ torch.Tensor.__iadd__ "
        "torch.Tensor.__iand__ torch.Tensor.__idiv__ torch.Tensor.__ifloordiv__ torch.Tensor.__ilshift__ "
        "torch.Tensor.__imod__ torch.Tensor.__imul__ torch.Tensor.__ior__ torch.Tensor.__ipow__ "
        "torch.Tensor.__irshift__ torch.Tensor.__isub__ torch.Tensor.__itruediv__ torch.Tensor.__ixor__ "
        "torch.Tensor.__le__ torch.Tensor.__lshift__ torch.Tensor.__lt__ torch.Tensor.__mod__ "
        "torch.Tensor.__mul__ torch.Tensor.__ne__ torch.Tensor.__or__ torch.Tensor.__pow__ "
        "torch.Tensor.__radd__ torch.Tensor.__rand__ torch.Tensor.__rdiv__ torch.Tensor.__rfloordiv__ "
        "torch.Tensor.__rlshift__ torch.Tensor.__rmod__ torch.Tensor.__rmul__ torch.Tensor.__ror__ "
        "torch.Tensor.__rpow__ torch.Tensor.__rrshift__ torch.Tensor.__rshift__ torch.Tensor.__rsub__ "
        "torch.Tensor.__rtruediv__ torch.Tensor.__rxor__ torch.Tensor.__sub__ torch.Tensor.__truediv__ "
        "torch.Tensor.__xor__ torch.Tensor.add torch.Tensor.add_ torch.Tensor.addcdiv torch.Tensor.addcdiv_ "
        "torch.Tensor.addcmul torch.Tensor.addcmul_ torch.Tensor.arctan2 torch.Tensor.arctan2_ "
        "torch.Tensor.atan2 torch.Tensor.atan2_ torch.Tensor.bitwise_and torch.Tensor.bitwise_and_ "
        "torch.Tensor.bitwise_left_shift torch.Tensor.bitwise_left_shift_ torch.Tensor.bitwise_or "
        "torch.Tensor.bitwise_or_ torch.Tensor.bitwise_right_shift torch.Tensor.bitwise_right_shift_ "
        "torch.Tensor.bitwise_xor torch.Tensor.bitwise_xor_ torch.Tensor.clamp torch.Tensor.clamp_ "
        "torch.Tensor.clamp_max torch.Tensor.clamp_max_ torch.Tensor.clamp_min torch.Tensor.clamp_min_ "
        "torch.Tensor.clip torch.Tensor.clip_ torch.Tensor.copysign torch.Tensor.copysign_ torch.Tensor.div "
        "torch.Tensor.div_ torch.Tensor.divide torch.Tensor.divide_ torch.Tensor.eq torch.Tensor.eq_ "
        "torch.Tensor.float_power torch.Tensor.floor_divide torch.Tensor.floor_divide_ torch.Tensor.fmax "
        "torch.Tensor.fmin torch.Tensor.fmod torch.Tensor.fmod_ torch.Tensor.gcd torch.Tensor.gcd_ "
        "torch.Tensor.ge torch.Tensor.ge_ torch.Tensor.greater torch.Tensor.greater_ torch.Tensor.greater_equal "
        "torch.Tensor.greater_equal_ torch.Tensor.gt torch.Tensor.gt_ torch.Tensor.heaviside "
        "torch.Tensor.heaviside_ torch.Tensor.hypot torch.Tensor.hypot_ torch.Tensor.igamma "
        "torch.Tensor.igamma_ torch.Tensor.igammac torch.Tensor.igammac_ torch.Tensor.isclose torch.Tensor.lcm "
        "torch.Tensor.lcm_ torch.Tensor.ldexp torch.Tensor.ldexp_ torch.Tensor.le torch.Tensor.le_ "
        "torch.Tensor.lerp torch.Tensor.lerp_ torch.Tensor.less torch.Tensor.less_ torch.Tensor.less_equal "
        "torch.Tensor.less_equal_ torch.Tensor.logaddexp torch.Tensor.logaddexp2 torch.Tensor.logical_and "
        "torch.Tensor.logical_and_ torch.Tensor.logical_or torch.Tensor.logical_or_ torch.Tensor.logical_xor "
        "torch.Tensor.logical_xor_ torch.Tensor.lt torch.Tensor.lt_ torch.Tensor.maximum torch.Tensor.minimum "
        "torch.Tensor.mul torch.Tensor.mul_ torch.Tensor.multiply torch.Tensor.multiply_ torch.Tensor.ne "
        "torch.Tensor.ne_ torch.Tensor.nextafter torch.Tensor.nextafter_ torch.Tensor.not_equal "
        "torch.Tensor.not_equal_ torch.Tensor.pow torch.Tensor.pow_ torch.Tensor.remainder "
        "torch.Tensor.remainder_ torch.Tensor.sub torch.Tensor.sub_ torch.Tensor.subtract "
        "torch.Tensor.subtract_ torch.Tensor.true_divide torch.Tensor.true_divide_ torch.Tensor.xlogy "
        "torch.Tensor.xlogy_ torch.add torch.addcdiv torch.addcmul torch.arctan2 torch.atan2 torch.bitwise_and "
        "torch.bitwise_left_shift torch.bitwise_or torch.bitwise_right_shift torch.bitwise_xor torch.clamp "
        "torch.clamp_max torch.clamp_min torch.clip torch.copysign torch.div torch.divide torch.eq "
        "torch.float_power torch.floor_divide torch.fmax torch.fmin torch.fmod torch.gcd torch.ge torch.greater "
        "torch.greater_equal torch.gt torch.heaviside torch.hypot torch.igamma torch.igammac torch.isclose "
        "torch.lcm torch.ldexp torch.le torch.lerp torch.less torch.less_equal torch.logaddexp torch.logaddexp2 "
        "torch.logical_and torch.logical_or torch.logical_xor torch.lt torch.maximum torch.minimum torch.mul "
        "torch.multiply torch.ne torch.nextafter torch.not_equal torch.pow torch.remainder torch.rsub "
        "torch.special.chebyshev_polynomial_t torch.special.chebyshev_polynomial_u "
        "torch.special.chebyshev_polynomial_v torch.special.chebyshev_polynomial_w torch.special.gammainc "
        "torch.special.gammaincc torch.special.hermite_polynomial_h torch.special.hermite_polynomial_he "
        "torch.special.laguerre_polynomial_l torch.special.legendre_polynomial_p "
        "torch.special.shifted_chebyshev_polynomial_t torch.special.shifted_chebyshev_polynomial_u "
        "torch.special.shifted_chebyshev_polynomial_v torch.special.shifted_chebyshev_polynomial_w "
        "torch.special.xlog1py torch.special.xlogy torch.special.zeta torch.sub torch.subtract "
        "torch.true_divide torch.xlogy "
    ),
    "torch.calculus": (
        "torch.autograd.functional.hessian torch.autograd.functional.hvp torch.autograd.functional.jacobian "
        "torch.autograd.functional.jvp torch.autograd.functional.vhp torch.autograd.functional.vjp "
        "torch.autograd.gradcheck torch.autograd.gradgradcheck torch.func.functionalize torch.func.hessian "
        "torch.func.jacfwd torch.func.jacrev torch.func.jvp torch.func.linearize torch.func.stack_module_state "
        "torch.func.vjp "
    ),
    "torch.convolution": (
        "torch.conv1d torch.conv2d torch.conv3d torch.conv_transpose1d torch.conv_transpose2d "
        "torch.conv_transpose3d torch.nn.Conv1d torch.nn.Conv2d torch.nn.Conv3d torch.nn.ConvTranspose1d "
        "torch.nn.ConvTranspose2d torch.nn.ConvTranspose3d torch.nn.LazyConv1d torch.nn.LazyConv2d "
        "torch.nn.LazyConv3d torch.nn.LazyConvTranspose1d torch.nn.LazyConvTranspose2d "
        "torch.nn.LazyConvTranspose3d torch.nn.functional.conv1d torch.nn.functional.conv2d "
        "torch.nn.functional.conv3d torch.nn.functional.conv_tbc torch.nn.functional.conv_transpose1d "
        "torch.nn.functional.conv_transpose2d torch.nn.functional.conv_transpose3d "
    ),
    "torch.counting": (
        "torch.Tensor.bincount torch.Tensor.histc torch.Tensor.unique torch.Tensor.unique_consecutive "
        "torch.bincount torch.bucketize torch.histc torch.isin torch.searchsorted torch.unique "
        "torch.unique_consecutive "
    ),
    "torch.creation": (
        "torch.Tensor.new_empty torch.Tensor.new_full torch.Tensor.new_ones torch.Tensor.new_zeros torch.empty "
        "torch.empty_like torch.fill torch.from_file torch.frombuffer torch.full torch.full_like torch.ones "
        "torch.ones_like torch.rand torch.rand_like torch.randint_like torch.randn torch.randn_like torch.zeros "
        "torch.zeros_like "
    ),
    "torch.data": (
        "torch.utils.data.ConcatDataset torch.utils.data.DataLoader torch.utils.data.Dataset "
        "torch.utils.data.IterableDataset torch.utils.data.Subset torch.utils.data.TensorDataset "
        "torch.utils.data.TensorDataset.__init__ torch.utils.data.default_collate "
        "torch.utils.data.get_worker_info "
    ),
    "torch.data_joined": (
        "torch.utils.data.ChainDataset torch.utils.data.DFIterDataPipe torch.utils.data.IterDataPipe "
        "torch.utils.data.MapDataPipe torch.utils.data.StackDataset torch.utils.data.default_convert "
        "torch.utils.data.random_split "
    ),
    "torch.data_samplers": (
        "torch.utils.data.BatchSampler torch.utils.data.DistributedSampler torch.utils.data.RandomSampler "
        "torch.utils.data.Sampler torch.utils.data.SequentialSampler torch.utils.data.SubsetRandomSampler "
        "torch.utils.data.WeightedRandomSampler "
    ),
    "torch.dialect": (
        "torch.BFloat16Tensor torch.BoolTensor torch.ByteTensor torch.CharTensor torch.DoubleTensor "
        "torch.FloatTensor torch.HalfTensor torch.IntTensor torch.LongTensor torch.ShortTensor torch.bfloat16 "
        "torch.bool torch.cdouble torch.cfloat torch.complex128 torch.complex64 torch.cuda.BFloat16Tensor "
        "torch.cuda.BoolTensor torch.cuda.ByteTensor torch.cuda.CharTensor torch.cuda.DoubleTensor "
        "torch.cuda.FloatTensor torch.cuda.HalfTensor torch.cuda.IntTensor torch.cuda.LongTensor "
        "torch.cuda.ShortTensor torch.double torch.float torch.float16 torch.float32 torch.float64 torch.half "
        "torch.int torch.int16 torch.int32 torch.int64 torch.int8 torch.long torch.short torch.uint16 "
        "torch.uint32 torch.uint64 torch.uint8 "
    ),
    "torch.distributions": (
        "torch.distributions.Bernoulli torch.distributions.Beta torch.distributions.Binomial "
        "torch.distributions.Categorical torch.distributions.Cauchy torch.distributions.Chi2 "
        "torch.distributions.ContinuousBernoulli torch.distributions.Dirichlet torch.distributions.Distribution "
        "torch.distributions.Exponential torch.distributions.ExponentialFamily "
        "torch.distributions.FisherSnedecor torch.distributions.Gamma torch.distributions.GeneralizedPareto "
        "torch.distributions.Geometric torch.distributions.Gumbel torch.distributions.HalfCauchy "
        "torch.distributions.HalfNormal torch.distributions.Independent torch.distributions.InverseGamma "
        "torch.distributions.Kumaraswamy torch.distributions.LKJCholesky torch.distributions.Laplace "
        "torch.distributions.LogNormal torch.distributions.LogisticNormal "
        "torch.distributions.LowRankMultivariateNormal torch.distributions.MixtureSameFamily "
        "torch.distributions.Multinomial torch.distributions.MultivariateNormal "
        "torch.distributions.NegativeBinomial torch.distributions.Normal torch.distributions.OneHotCategorical "
        "torch.distributions.OneHotCategoricalStraightThrough torch.distributions.Pareto "
        "torch.distributions.Poisson torch.distributions.RelaxedBernoulli "
        "torch.distributions.RelaxedOneHotCategorical torch.distributions.StudentT "
        "torch.distributions.TransformedDistribution torch.distributions.Uniform torch.distributions.VonMises "
        "torch.distributions.Weibull torch.distributions.Wishart torch.distributions.bernoulli.Bernoulli "
        "torch.distributions.beta.Beta torch.distributions.binomial.Binomial "
        "torch.distributions.categorical.Categorical torch.distributions.cauchy.Cauchy "
        "torch.distributions.chi2.Chi2 torch.distributions.continuous_bernoulli.ContinuousBernoulli "
        "torch.distributions.dirichlet.Dirichlet torch.distributions.distribution.Distribution "
        "torch.distributions.exp_family.ExponentialFamily torch.distributions.exponential.Exponential "
        "torch.distributions.fishersnedecor.FisherSnedecor torch.distributions.gamma.Gamma "
        "torch.distributions.generalized_pareto.GeneralizedPareto torch.distributions.geometric.Geometric "
        "torch.distributions.gumbel.Gumbel torch.distributions.half_cauchy.HalfCauchy "
        "torch.distributions.half_normal.HalfNormal torch.distributions.independent.Independent "
        "torch.distributions.inverse_gamma.InverseGamma torch.distributions.kl.kl_divergence "
        "torch.distributions.kl_divergence torch.distributions.kumaraswamy.Kumaraswamy "
        "torch.distributions.laplace.Laplace torch.distributions.lkj_cholesky.LKJCholesky "
        "torch.distributions.log_normal.LogNormal torch.distributions.logistic_normal.LogisticNormal "
        "torch.distributions.lowrank_multivariate_normal.LowRankMultivariateNormal "
        "torch.distributions.mixture_same_family.MixtureSameFamily torch.distributions.multinomial.Multinomial "
        "torch.distributions.multivariate_normal.MultivariateNormal "
        "torch.distributions.negative_binomial.NegativeBinomial torch.distributions.normal.Normal "
        "torch.distributions.one_hot_categorical.OneHotCategorical "
        "torch.distributions.one_hot_categorical.OneHotCategoricalStraightThrough "
        "torch.distributions.pareto.Pareto torch.distributions.poisson.Poisson "
        "torch.distributions.relaxed_bernoulli.RelaxedBernoulli "
        "torch.distributions.relaxed_categorical.RelaxedOneHotCategorical torch.distributions.studentT.StudentT "
        "torch.distributions.transformed_distribution.TransformedDistribution "
        "torch.distributions.uniform.Uniform torch.distributions.von_mises.VonMises "
        "torch.distributions.weibull.Weibull torch.distributions.wishart.Wishart "
    ),
    "torch.fourier": (
        "torch.fft.fft torch.fft.fft2 torch.fft.fftfreq torch.fft.fftn torch.fft.fftshift torch.fft.hfft "
        "torch.fft.hfft2 torch.fft.hfftn torch.fft.ifft torch.fft.ifft2 torch.fft.ifftn torch.fft.ifftshift "
        "torch.fft.ihfft torch.fft.ihfft2 torch.fft.ihfftn torch.fft.irfft torch.fft.irfft2 torch.fft.irfftn "
        "torch.fft.rfft torch.fft.rfft2 torch.fft.rfftfreq torch.fft.rfftn "
    ),
    "torch.func": (
        "torch.func.functional_call torch.func.grad torch.func.grad_and_value torch.func.vmap "
        "torch.nn.utils.stateless.functional_call torch.vmap "
    ),
    "torch.gathering": (
        "torch.Tensor.gather torch.Tensor.index_add torch.Tensor.index_add_ torch.Tensor.index_copy "
        "torch.Tensor.index_copy_ torch.Tensor.index_fill torch.Tensor.index_fill_ torch.Tensor.index_reduce "
        "torch.Tensor.index_select torch.Tensor.put torch.Tensor.scatter torch.Tensor.scatter_ "
        "torch.Tensor.scatter_add torch.Tensor.scatter_add_ torch.Tensor.scatter_reduce torch.Tensor.take "
        "torch.Tensor.take_along_dim torch.gather torch.index_add torch.index_copy torch.index_fill "
        "torch.index_reduce torch.index_select torch.put torch.scatter torch.scatter_add torch.scatter_reduce "
        "torch.take torch.take_along_dim "
    ),
    "torch.grouped": (
        "torch.group_norm torch.nn.CrossMapLRN2d torch.nn.GroupNorm torch.nn.LocalResponseNorm "
        "torch.nn.functional.group_norm torch.nn.functional.local_response_norm "
    ),
    "torch.heads": (
        "torch.nn.AdaptiveLogSoftmaxWithLoss torch.nn.LinearCrossEntropyLoss "
        "torch.nn.functional.linear_cross_entropy "
    ),
    "torch.indexing": (
        "torch.Tensor.__getitem__ torch.Tensor.__setitem__ torch.Tensor.diagonal_scatter torch.Tensor.select "
        "torch.Tensor.select_scatter torch.Tensor.slice_scatter torch.diagonal_scatter torch.select "
        "torch.select_scatter torch.slice_scatter "
    ),
    "torch.inplace": (
        "torch.Tensor.addbmm_ torch.Tensor.addmv_ torch.Tensor.addr_ torch.Tensor.apply_ torch.Tensor.baddbmm_ "
        "torch.Tensor.cumprod_ torch.Tensor.cumsum_ torch.Tensor.float_power_ torch.Tensor.index_reduce_ "
        "torch.Tensor.logit_ torch.Tensor.map2_ torch.Tensor.map_ torch.Tensor.mvlgamma_ "
        "torch.Tensor.nan_to_num_ torch.Tensor.polygamma_ torch.Tensor.put_ torch.Tensor.renorm_ "
        "torch.Tensor.scatter_reduce_ torch.alpha_dropout torch.alpha_dropout_ torch.celu_ torch.dropout_ "
        "torch.feature_alpha_dropout torch.feature_alpha_dropout_ torch.feature_dropout torch.feature_dropout_ "
        "torch.nn.functional.celu_ torch.nn.functional.elu_ torch.nn.functional.hardtanh_ "
        "torch.nn.functional.leaky_relu_ torch.nn.functional.rrelu_ torch.nn.functional.selu_ "
        "torch.nn.functional.threshold_ torch.rrelu_ torch.selu_ torch.threshold_ "
    ),
    "torch.joining": (
        "torch.Tensor.diag torch.Tensor.diag_embed torch.Tensor.diagflat torch.Tensor.diagonal torch.block_diag "
        "torch.cat torch.column_stack torch.concat torch.concatenate torch.diag torch.diag_embed torch.diagflat "
        "torch.diagonal torch.dstack torch.hstack torch.linalg.diagonal torch.meshgrid torch.row_stack "
        "torch.stack torch.vstack "
    ),
    "torch.kinds": (
        "torch.Tensor.chalf torch.Tensor.is_same_size torch.Tensor.is_signed torch.is_same_size torch.is_signed "
        "torch.promote_types torch.result_type "
    ),
    "torch.lightning": (
        "accelerate.Accelerator lightning.Callback lightning.LightningDataModule lightning.LightningModule "
        "lightning.Trainer lightning.seed_everything lightning.utilities.rank_zero.rank_zero_info "
    ),
    "torch.linalg": (
        "torch.Tensor.cholesky torch.Tensor.det torch.Tensor.inverse torch.Tensor.logdet "
        "torch.Tensor.matrix_exp torch.Tensor.matrix_power torch.Tensor.pinverse torch.Tensor.slogdet "
        "torch.Tensor.svd torch.chain_matmul torch.cholesky torch.det torch.inverse torch.linalg.cholesky "
        "torch.linalg.det torch.linalg.eig torch.linalg.eigh torch.linalg.eigvals torch.linalg.eigvalsh "
        "torch.linalg.inv torch.linalg.matrix_exp torch.linalg.matrix_power torch.linalg.matrix_rank "
        "torch.linalg.multi_dot torch.linalg.pinv torch.linalg.qr torch.linalg.slogdet "
        "torch.linalg.solve_triangular torch.linalg.svd torch.linalg.svdvals torch.logdet torch.matrix_exp "
        "torch.matrix_power torch.pinverse torch.slogdet torch.svd "
    ),
    "torch.linear": (
        "torch.cosine_similarity torch.embedding torch.nn.Bilinear torch.nn.CosineSimilarity torch.nn.Embedding "
        "torch.nn.EmbeddingBag torch.nn.Flatten torch.nn.Identity torch.nn.LazyLinear torch.nn.Linear "
        "torch.nn.PairwiseDistance torch.nn.Unflatten torch.nn.functional.bilinear "
        "torch.nn.functional.cosine_similarity torch.nn.functional.embedding torch.nn.functional.embedding_bag "
        "torch.nn.functional.linear torch.nn.functional.normalize torch.nn.functional.one_hot "
        "torch.nn.functional.pairwise_distance torch.nn.functional.pdist torch.pairwise_distance torch.pdist "
    ),
    "torch.literal": (
        "torch.BFloat16Tensor.__new__ torch.BoolTensor.__new__ torch.ByteTensor.__new__ "
        "torch.CharTensor.__new__ torch.DoubleTensor.__new__ torch.FloatTensor.__new__ torch.HalfTensor.__new__ "
        "torch.IntTensor.__new__ torch.LongTensor.__new__ torch.ShortTensor.__new__ torch.Tensor.__new__ "
        "torch.Tensor.new torch.Tensor.new_tensor torch.as_tensor torch.asarray torch.autograd.Variable "
        "torch.complex torch.from_numpy torch.nn.Buffer torch.nn.Parameter torch.nn.UninitializedBuffer "
        "torch.nn.UninitializedParameter torch.polar torch.scalar_tensor torch.tensor torch.view_as_complex "
        "torch.view_as_real "
    ),
    "torch.loss_binary": (
        "torch.nn.BCELoss torch.nn.BCEWithLogitsLoss torch.nn.functional.binary_cross_entropy "
        "torch.nn.functional.binary_cross_entropy_with_logits "
    ),
    "torch.loss_classes": (
        "torch.nn.CrossEntropyLoss torch.nn.functional.cross_entropy "
    ),
    "torch.loss_likelihood": (
        "torch.nn.NLLLoss torch.nn.NLLLoss2d torch.nn.functional.nll_loss "
    ),
    "torch.loss_margins": (
        "torch.nn.CosineEmbeddingLoss torch.nn.HingeEmbeddingLoss torch.nn.MarginRankingLoss "
        "torch.nn.MultiLabelMarginLoss torch.nn.MultiLabelSoftMarginLoss torch.nn.MultiMarginLoss "
        "torch.nn.SoftMarginLoss torch.nn.TripletMarginLoss torch.nn.TripletMarginWithDistanceLoss "
        "torch.nn.functional.cosine_embedding_loss torch.nn.functional.hinge_embedding_loss "
        "torch.nn.functional.margin_ranking_loss torch.nn.functional.multi_margin_loss "
        "torch.nn.functional.multilabel_margin_loss torch.nn.functional.multilabel_soft_margin_loss "
        "torch.nn.functional.soft_margin_loss torch.nn.functional.triplet_margin_loss "
        "torch.nn.functional.triplet_margin_with_distance_loss "
    ),
    "torch.loss_values": (
        "torch.nn.CTCLoss torch.nn.GaussianNLLLoss torch.nn.HuberLoss torch.nn.KLDivLoss torch.nn.L1Loss "
        "torch.nn.MSELoss torch.nn.PoissonNLLLoss torch.nn.SmoothL1Loss torch.nn.functional.ctc_loss "
        "torch.nn.functional.gaussian_nll_loss torch.nn.functional.huber_loss torch.nn.functional.kl_div "
        "torch.nn.functional.l1_loss torch.nn.functional.mse_loss torch.nn.functional.poisson_nll_loss "
        "torch.nn.functional.smooth_l1_loss "
    ),
    "torch.masked": (
        "torch.masked.amax torch.masked.amin torch.masked.argmax torch.masked.argmin torch.masked.cumprod "
        "torch.masked.cumsum torch.masked.log_softmax torch.masked.logaddexp torch.masked.logsumexp "
        "torch.masked.mean torch.masked.median torch.masked.norm torch.masked.normalize torch.masked.prod "
        "torch.masked.softmax torch.masked.softmin torch.masked.std torch.masked.sum torch.masked.var "
    ),
    "torch.masks": (
        "torch.Tensor.argwhere torch.Tensor.index_put torch.Tensor.index_put_ torch.Tensor.masked_fill "
        "torch.Tensor.masked_fill_ torch.Tensor.masked_scatter torch.Tensor.masked_scatter_ "
        "torch.Tensor.masked_select torch.Tensor.nonzero torch.Tensor.tril torch.Tensor.tril_ torch.Tensor.triu "
        "torch.Tensor.triu_ torch.Tensor.where torch.argwhere torch.index_put torch.masked_fill "
        "torch.masked_scatter torch.masked_select torch.nonzero torch.tril torch.triu torch.where "
    ),
    "torch.module": (
        "torch.nn.Module "
    ),
    "torch.modules": (
        "torch.nn.DataParallel torch.nn.ModuleDict torch.nn.ModuleList torch.nn.ParameterDict "
        "torch.nn.ParameterList torch.nn.RNNBase torch.nn.RNNCellBase torch.nn.Sequential "
        "torch.nn.parallel.DataParallel torch.nn.parallel.DistributedDataParallel "
        "torch.nn.parallel.data_parallel torch.optim.swa_utils.AveragedModel "
    ),
    "torch.normalization": (
        "torch.batch_norm torch.instance_norm torch.layer_norm torch.nn.BatchNorm1d torch.nn.BatchNorm2d "
        "torch.nn.BatchNorm3d torch.nn.InstanceNorm1d torch.nn.InstanceNorm2d torch.nn.InstanceNorm3d "
        "torch.nn.LayerNorm torch.nn.LazyBatchNorm1d torch.nn.LazyBatchNorm2d torch.nn.LazyBatchNorm3d "
        "torch.nn.LazyInstanceNorm1d torch.nn.LazyInstanceNorm2d torch.nn.LazyInstanceNorm3d torch.nn.RMSNorm "
        "torch.nn.SyncBatchNorm torch.nn.functional.batch_norm torch.nn.functional.instance_norm "
        "torch.nn.functional.layer_norm torch.nn.functional.rms_norm torch.rms_norm "
    ),
    "torch.norms": (
        "torch.Tensor.allclose torch.Tensor.diff torch.Tensor.dist torch.Tensor.equal torch.Tensor.norm "
        "torch.Tensor.trace torch.allclose torch.diff torch.dist torch.equal torch.linalg.matrix_norm "
        "torch.linalg.norm torch.linalg.vector_norm torch.norm torch.norm_except_dim torch.trace "
    ),
    "torch.nothing": (
        "torch.nn.Module.forward "
    ),
    "torch.ordering": (
        "torch.Tensor.flip torch.Tensor.fliplr torch.Tensor.flipud torch.Tensor.roll torch.Tensor.rot90 "
        "torch.flip torch.fliplr torch.flipud torch.roll torch.rot90 "
    ),
    "torch.packed": (
        "torch.nn.utils.rnn.invert_permutation torch.nn.utils.rnn.pack_padded_sequence "
        "torch.nn.utils.rnn.pack_sequence torch.nn.utils.rnn.pad_packed_sequence "
        "torch.nn.utils.rnn.pad_sequence torch.nn.utils.rnn.unpack_sequence torch.nn.utils.rnn.unpad_sequence "
    ),
    "torch.patches": (
        "torch.nn.Fold torch.nn.Unfold torch.nn.functional.fold torch.nn.functional.unfold "
    ),
    "torch.pointwise": (
        "torch.Tensor.__abs__ torch.Tensor.__invert__ torch.Tensor.__neg__ torch.Tensor.__pos__ "
        "torch.Tensor.abs torch.Tensor.abs_ torch.Tensor.absolute torch.Tensor.absolute_ torch.Tensor.acos "
        "torch.Tensor.acos_ torch.Tensor.acosh torch.Tensor.acosh_ torch.Tensor.angle torch.Tensor.arccos "
        "torch.Tensor.arccos_ torch.Tensor.arccosh torch.Tensor.arccosh_ torch.Tensor.arcsin "
        "torch.Tensor.arcsin_ torch.Tensor.arcsinh torch.Tensor.arcsinh_ torch.Tensor.arctan "
        "torch.Tensor.arctan_ torch.Tensor.arctanh torch.Tensor.arctanh_ torch.Tensor.asin torch.Tensor.asin_ "
        "torch.Tensor.asinh torch.Tensor.asinh_ torch.Tensor.atan torch.Tensor.atan_ torch.Tensor.atanh "
        "torch.Tensor.atanh_ torch.Tensor.bitwise_not torch.Tensor.bitwise_not_ torch.Tensor.ceil "
        "torch.Tensor.ceil_ torch.Tensor.clone torch.Tensor.conj torch.Tensor.conj_physical "
        "torch.Tensor.conj_physical_ torch.Tensor.cos torch.Tensor.cos_ torch.Tensor.cosh torch.Tensor.cosh_ "
        "torch.Tensor.deg2rad torch.Tensor.deg2rad_ torch.Tensor.digamma torch.Tensor.digamma_ torch.Tensor.erf "
        "torch.Tensor.erf_ torch.Tensor.erfc torch.Tensor.erfc_ torch.Tensor.erfinv torch.Tensor.erfinv_ "
        "torch.Tensor.exp torch.Tensor.exp2 torch.Tensor.exp2_ torch.Tensor.exp_ torch.Tensor.expm1 "
        "torch.Tensor.expm1_ torch.Tensor.fix torch.Tensor.fix_ torch.Tensor.floor torch.Tensor.floor_ "
        "torch.Tensor.frac torch.Tensor.frac_ torch.Tensor.frexp torch.Tensor.i0 torch.Tensor.i0_ "
        "torch.Tensor.imag torch.Tensor.isfinite torch.Tensor.isinf torch.Tensor.isnan torch.Tensor.isneginf "
        "torch.Tensor.isposinf torch.Tensor.isreal torch.Tensor.lgamma torch.Tensor.lgamma_ torch.Tensor.log "
        "torch.Tensor.log10 torch.Tensor.log10_ torch.Tensor.log1p torch.Tensor.log1p_ torch.Tensor.log2 "
        "torch.Tensor.log2_ torch.Tensor.log_ torch.Tensor.logical_not torch.Tensor.logical_not_ "
        "torch.Tensor.logit torch.Tensor.mvlgamma torch.Tensor.nan_to_num torch.Tensor.neg torch.Tensor.neg_ "
        "torch.Tensor.negative torch.Tensor.negative_ torch.Tensor.polygamma torch.Tensor.positive "
        "torch.Tensor.rad2deg torch.Tensor.rad2deg_ torch.Tensor.real torch.Tensor.reciprocal "
        "torch.Tensor.reciprocal_ torch.Tensor.resolve_conj torch.Tensor.resolve_neg torch.Tensor.round "
        "torch.Tensor.round_ torch.Tensor.rsqrt torch.Tensor.rsqrt_ torch.Tensor.sgn torch.Tensor.sgn_ "
        "torch.Tensor.sign torch.Tensor.sign_ torch.Tensor.signbit torch.Tensor.sin torch.Tensor.sin_ "
        "torch.Tensor.sinc torch.Tensor.sinc_ torch.Tensor.sinh torch.Tensor.sinh_ torch.Tensor.sqrt "
        "torch.Tensor.sqrt_ torch.Tensor.square torch.Tensor.square_ torch.Tensor.tan torch.Tensor.tan_ "
        "torch.Tensor.trunc torch.Tensor.trunc_ torch.abs torch.absolute torch.acos torch.acosh torch.angle "
        "torch.arccos torch.arccosh torch.arcsin torch.arcsinh torch.arctan torch.arctanh torch.asin "
        "torch.asinh torch.atan torch.atanh torch.bitwise_not torch.ceil torch.clone torch.conj "
        "torch.conj_physical torch.cos torch.cosh torch.deg2rad torch.digamma torch.erf torch.erfc torch.erfinv "
        "torch.exp torch.exp2 torch.expm1 torch.fix torch.floor torch.frac torch.frexp torch.i0 torch.imag "
        "torch.isfinite torch.isinf torch.isnan torch.isneginf torch.isposinf torch.isreal torch.lgamma "
        "torch.log torch.log10 torch.log1p torch.log2 torch.logical_not torch.logit torch.mvlgamma "
        "torch.nan_to_num torch.neg torch.negative torch.polygamma torch.positive torch.rad2deg torch.real "
        "torch.reciprocal torch.resolve_conj torch.resolve_neg torch.round torch.rsqrt torch.sgn torch.sign "
        "torch.signbit torch.sin torch.sinc torch.sinh torch.special.airy_ai torch.special.bessel_j0 "
        "torch.special.bessel_j1 torch.special.bessel_y0 torch.special.bessel_y1 torch.special.digamma "
        "torch.special.entr torch.special.erf torch.special.erfc torch.special.erfcx torch.special.erfinv "
        "torch.special.exp2 torch.special.expm1 torch.special.gammaln torch.special.i0 torch.special.i0e "
        "torch.special.i1 torch.special.i1e torch.special.log1p torch.special.log_ndtr torch.special.logit "
        "torch.special.modified_bessel_i0 torch.special.modified_bessel_i1 torch.special.modified_bessel_k0 "
        "torch.special.modified_bessel_k1 torch.special.multigammaln torch.special.ndtr torch.special.ndtri "
        "torch.special.polygamma torch.special.psi torch.special.round torch.special.scaled_modified_bessel_k0 "
        "torch.special.scaled_modified_bessel_k1 torch.special.sinc torch.special.spherical_bessel_j0 "
        "torch.sqrt torch.square torch.tan torch.trunc "
    ),
    "torch.pooling": (
        "torch.adaptive_max_pool1d torch.avg_pool1d torch.max_pool1d torch.max_pool1d_with_indices "
        "torch.max_pool2d torch.max_pool3d torch.nn.AdaptiveAvgPool1d torch.nn.AdaptiveAvgPool2d "
        "torch.nn.AdaptiveAvgPool3d torch.nn.AdaptiveMaxPool1d torch.nn.AdaptiveMaxPool2d "
        "torch.nn.AdaptiveMaxPool3d torch.nn.AvgPool1d torch.nn.AvgPool2d torch.nn.AvgPool3d "
        "torch.nn.FractionalMaxPool2d torch.nn.FractionalMaxPool3d torch.nn.LPPool1d torch.nn.LPPool2d "
        "torch.nn.LPPool3d torch.nn.MaxPool1d torch.nn.MaxPool2d torch.nn.MaxPool3d torch.nn.MaxUnpool1d "
        "torch.nn.MaxUnpool2d torch.nn.MaxUnpool3d torch.nn.functional.adaptive_avg_pool1d "
        "torch.nn.functional.adaptive_avg_pool2d torch.nn.functional.adaptive_avg_pool3d "
        "torch.nn.functional.adaptive_max_pool1d torch.nn.functional.adaptive_max_pool1d_with_indices "
        "torch.nn.functional.adaptive_max_pool2d torch.nn.functional.adaptive_max_pool2d_with_indices "
        "torch.nn.functional.adaptive_max_pool3d torch.nn.functional.adaptive_max_pool3d_with_indices "
        "torch.nn.functional.avg_pool1d torch.nn.functional.avg_pool2d torch.nn.functional.avg_pool3d "
        "torch.nn.functional.fractional_max_pool2d torch.nn.functional.fractional_max_pool2d_with_indices "
        "torch.nn.functional.fractional_max_pool3d torch.nn.functional.fractional_max_pool3d_with_indices "
        "torch.nn.functional.lp_pool1d torch.nn.functional.lp_pool2d torch.nn.functional.lp_pool3d "
        "torch.nn.functional.max_pool1d torch.nn.functional.max_pool1d_with_indices "
        "torch.nn.functional.max_pool2d torch.nn.functional.max_pool2d_with_indices "
        "torch.nn.functional.max_pool3d torch.nn.functional.max_pool3d_with_indices "
        "torch.nn.functional.max_unpool1d torch.nn.functional.max_unpool2d torch.nn.functional.max_unpool3d "
    ),
    "torch.products": (
        "torch.Tensor.__matmul__ torch.Tensor.__rmatmul__ torch.Tensor.addbmm torch.Tensor.addmm "
        "torch.Tensor.addmm_ torch.Tensor.addmv torch.Tensor.addr torch.Tensor.baddbmm torch.Tensor.bmm "
        "torch.Tensor.cross torch.Tensor.dot torch.Tensor.ger torch.Tensor.inner torch.Tensor.kron "
        "torch.Tensor.matmul torch.Tensor.mm torch.Tensor.mv torch.Tensor.outer torch.Tensor.vdot torch.addbmm "
        "torch.addmm torch.addmv torch.addr torch.baddbmm torch.bmm torch.cdist torch.cross torch.dot "
        "torch.einsum torch.ger torch.inner torch.kron torch.linalg.cross torch.linalg.matmul torch.matmul "
        "torch.mm torch.mv torch.outer torch.sparse.mm torch.spmm torch.tensordot torch.vdot "
    ),
    "torch.ranges": (
        "torch.Tensor.bernoulli torch.Tensor.bernoulli_ torch.Tensor.cauchy_ torch.Tensor.copy_ "
        "torch.Tensor.exponential_ torch.Tensor.fill_ torch.Tensor.fill_diagonal_ torch.Tensor.geometric_ "
        "torch.Tensor.log_normal_ torch.Tensor.multinomial torch.Tensor.normal_ torch.Tensor.random_ "
        "torch.Tensor.uniform_ torch.Tensor.zero_ torch.arange torch.bartlett_window torch.bernoulli "
        "torch.binomial torch.blackman_window torch.eye torch.hamming_window torch.hann_window torch.linspace "
        "torch.logspace torch.multinomial torch.normal torch.poisson torch.randint torch.randperm torch.range "
        "torch.tril_indices torch.triu_indices "
    ),
    "torch.recurrent": (
        "torch.nn.GRU torch.nn.GRUCell torch.nn.LSTM torch.nn.LSTMCell torch.nn.RNN torch.nn.RNNCell "
    ),
    "torch.reductions": (
        "torch.Tensor.all torch.Tensor.amax torch.Tensor.amin torch.Tensor.aminmax torch.Tensor.any "
        "torch.Tensor.argmax torch.Tensor.argmin torch.Tensor.argsort torch.Tensor.count_nonzero "
        "torch.Tensor.cummax torch.Tensor.cummin torch.Tensor.cumprod torch.Tensor.cumsum "
        "torch.Tensor.hash_tensor torch.Tensor.kthvalue torch.Tensor.logcumsumexp torch.Tensor.logsumexp "
        "torch.Tensor.max torch.Tensor.mean torch.Tensor.median torch.Tensor.min torch.Tensor.mode "
        "torch.Tensor.msort torch.Tensor.nanmean torch.Tensor.nanmedian torch.Tensor.nanquantile "
        "torch.Tensor.nansum torch.Tensor.prod torch.Tensor.quantile torch.Tensor.renorm torch.Tensor.sort "
        "torch.Tensor.std torch.Tensor.sum torch.Tensor.topk torch.Tensor.var torch.all torch.amax torch.amin "
        "torch.aminmax torch.any torch.argmax torch.argmin torch.argsort torch.count_nonzero torch.cummax "
        "torch.cummin torch.cumprod torch.cumsum torch.frobenius_norm torch.hash_tensor torch.kthvalue "
        "torch.logcumsumexp torch.logsumexp torch.max torch.mean torch.median torch.min torch.mode torch.msort "
        "torch.nanmean torch.nanmedian torch.nanquantile torch.nansum torch.nuclear_norm torch.prod "
        "torch.quantile torch.renorm torch.sort torch.special.logsumexp torch.std torch.std_mean torch.sum "
        "torch.topk torch.var torch.var_mean "
    ),
    "torch.registered": (
        "torch.nn.Module.__init__ torch.nn.Module.load_state_dict torch.nn.Module.parameters "
    ),
    "torch.shaping": (
        "torch.Tensor.H torch.Tensor.T torch.Tensor.adjoint torch.Tensor.broadcast_to torch.Tensor.expand "
        "torch.Tensor.expand_as torch.Tensor.flatten torch.Tensor.mH torch.Tensor.mT torch.Tensor.moveaxis "
        "torch.Tensor.movedim torch.Tensor.permute torch.Tensor.ravel torch.Tensor.repeat "
        "torch.Tensor.repeat_interleave torch.Tensor.reshape torch.Tensor.reshape_as torch.Tensor.resize "
        "torch.Tensor.resize_ torch.Tensor.resize_as torch.Tensor.resize_as_ torch.Tensor.set_ "
        "torch.Tensor.squeeze torch.Tensor.squeeze_ torch.Tensor.swapaxes torch.Tensor.swapaxes_ "
        "torch.Tensor.swapdims torch.Tensor.swapdims_ torch.Tensor.t torch.Tensor.t_ torch.Tensor.tile "
        "torch.Tensor.transpose torch.Tensor.transpose_ torch.Tensor.unflatten torch.Tensor.unsqueeze "
        "torch.Tensor.unsqueeze_ torch.Tensor.view torch.Tensor.view_as torch.adjoint torch.atleast_1d "
        "torch.atleast_2d torch.atleast_3d torch.broadcast_tensors torch.broadcast_to torch.flatten "
        "torch.moveaxis torch.movedim torch.permute torch.ravel torch.repeat_interleave torch.reshape "
        "torch.squeeze torch.swapaxes torch.swapdims torch.t torch.tile torch.transpose torch.unflatten "
        "torch.unsqueeze "
    ),
    "torch.signal": (
        "torch.Tensor.istft torch.Tensor.stft torch.istft torch.kaiser_window torch.signal.windows.bartlett "
        "torch.signal.windows.blackman torch.signal.windows.cosine torch.signal.windows.exponential "
        "torch.signal.windows.gaussian torch.signal.windows.general_cosine torch.signal.windows.general_hamming "
        "torch.signal.windows.hamming torch.signal.windows.hann torch.signal.windows.kaiser "
        "torch.signal.windows.nuttall torch.stft "
    ),
    "torch.sparse": (
        "torch.Tensor._nnz torch.Tensor.ccol_indices torch.Tensor.coalesce torch.Tensor.col_indices "
        "torch.Tensor.crow_indices torch.Tensor.dense_dim torch.Tensor.indices torch.Tensor.is_coalesced "
        "torch.Tensor.row_indices torch.Tensor.sparse_dim torch.Tensor.sparse_mask torch.Tensor.to_sparse "
        "torch.Tensor.to_sparse_bsc torch.Tensor.to_sparse_bsr torch.Tensor.to_sparse_coo "
        "torch.Tensor.to_sparse_csc torch.Tensor.to_sparse_csr torch.Tensor.values torch.sparse_bsc_tensor "
        "torch.sparse_bsr_tensor torch.sparse_compressed_tensor torch.sparse_coo_tensor torch.sparse_csc_tensor "
        "torch.sparse_csr_tensor "
    ),
    "torch.spatial": (
        "torch.channel_shuffle torch.constant_pad_nd torch.nn.ChannelShuffle torch.nn.CircularPad1d "
        "torch.nn.CircularPad2d torch.nn.CircularPad3d torch.nn.ConstantPad1d torch.nn.ConstantPad2d "
        "torch.nn.ConstantPad3d torch.nn.PixelShuffle torch.nn.PixelUnshuffle torch.nn.ReflectionPad1d "
        "torch.nn.ReflectionPad2d torch.nn.ReflectionPad3d torch.nn.ReplicationPad1d torch.nn.ReplicationPad2d "
        "torch.nn.ReplicationPad3d torch.nn.Upsample torch.nn.UpsamplingBilinear2d torch.nn.UpsamplingNearest2d "
        "torch.nn.ZeroPad1d torch.nn.ZeroPad2d torch.nn.ZeroPad3d torch.nn.functional.affine_grid "
        "torch.nn.functional.channel_shuffle torch.nn.functional.grid_sample torch.nn.functional.interpolate "
        "torch.nn.functional.pad torch.nn.functional.pixel_shuffle torch.nn.functional.pixel_unshuffle "
        "torch.nn.functional.upsample torch.nn.functional.upsample_bilinear "
        "torch.nn.functional.upsample_nearest torch.pixel_shuffle torch.pixel_unshuffle "
    ),
    "torch.splitting": (
        "torch.Tensor.__iter__ torch.Tensor.chunk torch.Tensor.dsplit torch.Tensor.hsplit torch.Tensor.narrow "
        "torch.Tensor.split torch.Tensor.split_with_sizes torch.Tensor.tensor_split torch.Tensor.unbind "
        "torch.Tensor.unfold torch.Tensor.vsplit torch.chunk torch.dsplit torch.hsplit torch.narrow torch.split "
        "torch.split_with_sizes torch.tensor_split torch.unbind torch.vsplit "
    ),
    "torch.statistics": (
        "torch.Tensor.corrcoef torch.Tensor.cov torch.Tensor.histogram torch.Tensor.nonzero_static "
        "torch.cartesian_prod torch.combinations torch.corrcoef torch.cov torch.cumulative_trapezoid "
        "torch.gradient torch.histogram torch.histogramdd torch.nonzero_static torch.trapezoid torch.trapz "
        "torch.unravel_index torch.vander "
    ),
    "torch.strided": (
        "torch.Tensor.as_strided torch.Tensor.as_strided_ torch.Tensor.as_strided_scatter "
        "torch.Tensor.narrow_copy torch.Tensor.new_empty_strided torch.alias_copy torch.as_strided "
        "torch.as_strided_copy torch.as_strided_scatter torch.detach_copy torch.diagonal_copy "
        "torch.empty_permuted torch.empty_strided torch.expand_copy torch.narrow_copy torch.permute_copy "
        "torch.select_copy torch.split_copy torch.split_with_sizes_copy torch.squeeze_copy torch.t_copy "
        "torch.transpose_copy torch.unbind_copy torch.unfold_copy torch.unsqueeze_copy torch.view_copy "
    ),
    "torch.systems": (
        "torch.Tensor.cholesky_inverse torch.Tensor.cholesky_solve torch.Tensor.geqrf torch.Tensor.lu "
        "torch.Tensor.lu_solve torch.Tensor.orgqr torch.Tensor.ormqr torch.Tensor.qr "
        "torch.Tensor.triangular_solve torch.cholesky_inverse torch.cholesky_solve torch.geqrf "
        "torch.linalg.cholesky_ex torch.linalg.cond torch.linalg.householder_product torch.linalg.inv_ex "
        "torch.linalg.ldl_factor torch.linalg.ldl_factor_ex torch.linalg.ldl_solve torch.linalg.lstsq "
        "torch.linalg.lu torch.linalg.lu_factor torch.linalg.lu_factor_ex torch.linalg.lu_solve "
        "torch.linalg.solve torch.linalg.solve_ex torch.linalg.tensorinv torch.linalg.tensorsolve "
        "torch.linalg.vander torch.linalg.vecdot torch.lobpcg torch.lu torch.lu_solve torch.lu_unpack "
        "torch.orgqr torch.ormqr torch.pca_lowrank torch.qr torch.svd_lowrank torch.triangular_solve "
    ),
    "torch.tensors": (
        "torch.Tensor.__array__ torch.Tensor.__bool__ torch.Tensor.__float__ torch.Tensor.__index__ "
        "torch.Tensor.__int__ torch.Tensor.__len__ torch.Tensor.__setattr__ torch.Tensor.as_subclass "
        "torch.Tensor.backward torch.Tensor.bfloat16 torch.Tensor.bool torch.Tensor.byte torch.Tensor.cdouble "
        "torch.Tensor.cfloat torch.Tensor.char torch.Tensor.const_data_ptr torch.Tensor.contiguous "
        "torch.Tensor.cpu torch.Tensor.cuda torch.Tensor.data torch.Tensor.data_ptr torch.Tensor.detach "
        "torch.Tensor.detach_ torch.Tensor.device torch.Tensor.dim torch.Tensor.dim_order torch.Tensor.double "
        "torch.Tensor.dtype torch.Tensor.element_size torch.Tensor.float torch.Tensor.get_device "
        "torch.Tensor.grad torch.Tensor.grad_fn torch.Tensor.half torch.Tensor.int torch.Tensor.ipu "
        "torch.Tensor.is_complex torch.Tensor.is_conj torch.Tensor.is_contiguous torch.Tensor.is_cuda "
        "torch.Tensor.is_distributed torch.Tensor.is_floating_point torch.Tensor.is_inference "
        "torch.Tensor.is_leaf torch.Tensor.is_mps torch.Tensor.is_neg torch.Tensor.is_nonzero "
        "torch.Tensor.is_pinned torch.Tensor.is_quantized torch.Tensor.is_set_to torch.Tensor.is_shared "
        "torch.Tensor.is_sparse torch.Tensor.item torch.Tensor.itemsize torch.Tensor.layout torch.Tensor.long "
        "torch.Tensor.mtia torch.Tensor.nbytes torch.Tensor.ndim torch.Tensor.ndimension torch.Tensor.nelement "
        "torch.Tensor.numel torch.Tensor.numpy torch.Tensor.pin_memory torch.Tensor.record_stream "
        "torch.Tensor.register_hook torch.Tensor.register_post_accumulate_grad_hook torch.Tensor.requires_grad "
        "torch.Tensor.requires_grad_ torch.Tensor.retain_grad torch.Tensor.shape torch.Tensor.share_memory_ "
        "torch.Tensor.short torch.Tensor.size torch.Tensor.storage torch.Tensor.storage_offset "
        "torch.Tensor.storage_type torch.Tensor.stride torch.Tensor.sum_to_size torch.Tensor.to "
        "torch.Tensor.to_dense torch.Tensor.tolist torch.Tensor.type torch.Tensor.type_as "
        "torch.Tensor.untyped_storage torch.Tensor.xpu torch.detach torch.get_device torch.is_complex "
        "torch.is_conj torch.is_distributed torch.is_floating_point torch.is_inference torch.is_neg "
        "torch.is_nonzero torch.is_tensor torch.numel "
    ),
    "torch.tolerant": (
        "torch.AcceleratorError torch.BoolStorage torch.ByteStorage torch.CharStorage torch.DoubleStorage "
        "torch.Event torch.FloatStorage torch.Generator torch.GradScaler torch.IntStorage torch.LongStorage "
        "torch.OutOfMemoryError torch.ShortStorage torch.Size torch.Stream torch.SymBool torch.SymFloat "
        "torch.SymInt torch.Tensor torch.TypedStorage torch.UntypedStorage torch.__version__ torch._assert "
        "torch.accelerator.current_accelerator torch.accelerator.device_count torch.accelerator.is_available "
        "torch.amp.GradScaler torch.amp.autocast torch.amp.custom_bwd torch.amp.custom_fwd "
        "torch.amp.is_autocast_available torch.are_deterministic_algorithms_enabled torch.autocast "
        "torch.autograd.Function torch.autograd.backward torch.autograd.detect_anomaly "
        "torch.autograd.enable_grad torch.autograd.grad torch.autograd.grad_mode.inference_mode "
        "torch.autograd.grad_mode.no_grad torch.autograd.grad_mode.set_grad_enabled "
        "torch.autograd.graph.save_on_cpu torch.autograd.inference_mode torch.autograd.no_grad "
        "torch.autograd.profiler.emit_nvtx torch.autograd.profiler.profile "
        "torch.autograd.profiler.record_function torch.autograd.set_detect_anomaly "
        "torch.autograd.set_grad_enabled torch.autograd.set_multithreading_enabled "
        "torch.backends.cuda.enable_flash_sdp torch.backends.cuda.enable_math_sdp "
        "torch.backends.cuda.enable_mem_efficient_sdp torch.backends.cuda.is_built "
        "torch.backends.cuda.sdp_kernel torch.backends.cudnn.flags torch.backends.cudnn.is_available "
        "torch.backends.cudnn.version torch.backends.mkldnn.is_available torch.backends.mps.is_available "
        "torch.backends.mps.is_built torch.can_cast torch.channels_last torch.clear_autocast_cache "
        "torch.compile torch.compiler.allow_in_graph torch.compiler.disable torch.compiler.is_compiling "
        "torch.compiler.is_exporting torch.cond torch.contiguous_format torch.cpu.amp.autocast torch.cuda.Event "
        "torch.cuda.Stream torch.cuda.amp.GradScaler torch.cuda.amp.autocast torch.cuda.current_device "
        "torch.cuda.current_stream torch.cuda.device torch.cuda.device_count torch.cuda.device_of "
        "torch.cuda.empty_cache torch.cuda.get_device_capability torch.cuda.get_device_name "
        "torch.cuda.get_device_properties torch.cuda.get_rng_state torch.cuda.graph torch.cuda.init "
        "torch.cuda.ipc_collect torch.cuda.is_available torch.cuda.is_bf16_supported torch.cuda.is_initialized "
        "torch.cuda.manual_seed torch.cuda.manual_seed_all torch.cuda.max_memory_allocated "
        "torch.cuda.max_memory_reserved torch.cuda.mem_get_info torch.cuda.memory_allocated "
        "torch.cuda.memory_reserved torch.cuda.nvtx.range_pop torch.cuda.nvtx.range_push "
        "torch.cuda.reset_max_memory_allocated torch.cuda.reset_peak_memory_stats torch.cuda.seed "
        "torch.cuda.seed_all torch.cuda.set_device torch.cuda.set_rng_state torch.cuda.stream "
        "torch.cuda.synchronize torch.device torch.distributed.all_gather torch.distributed.all_reduce "
        "torch.distributed.barrier torch.distributed.broadcast torch.distributed.destroy_process_group "
        "torch.distributed.gather torch.distributed.get_backend torch.distributed.get_rank "
        "torch.distributed.get_world_size torch.distributed.init_process_group torch.distributed.is_available "
        "torch.distributed.is_initialized torch.distributed.is_nccl_available torch.distributed.new_group "
        "torch.distributed.reduce torch.distributed.scatter torch.dtype torch.e torch.enable_grad "
        "torch.export.export torch.finfo torch.func.replace_all_batch_norm_modules_ torch.fx.wrap "
        "torch.get_autocast_cpu_dtype torch.get_autocast_dtype torch.get_autocast_gpu_dtype "
        "torch.get_default_device torch.get_default_dtype torch.get_deterministic_debug_mode "
        "torch.get_device_module torch.get_float32_matmul_precision torch.get_num_interop_threads "
        "torch.get_num_threads torch.get_rng_state torch.hub.download_url_to_file torch.hub.list torch.hub.load "
        "torch.hub.load_state_dict_from_url torch.hub.set_dir torch.iinfo torch.inf torch.inference_mode "
        "torch.initial_seed torch.is_anomaly_check_nan_enabled torch.is_anomaly_enabled "
        "torch.is_autocast_cache_enabled torch.is_autocast_cpu_enabled torch.is_autocast_enabled "
        "torch.is_deterministic_algorithms_warn_only_enabled torch.is_grad_enabled "
        "torch.is_inference_mode_enabled torch.is_storage torch.is_vulkan_available "
        "torch.is_warn_always_enabled torch.jit._overload_method torch.jit._script_if_tracing torch.jit.export "
        "torch.jit.freeze torch.jit.ignore torch.jit.is_scripting torch.jit.is_tracing torch.jit.load "
        "torch.jit.optimize_for_inference torch.jit.save torch.jit.script torch.jit.script_method "
        "torch.jit.trace torch.jit.unused torch.layout torch.linalg.LinAlgError torch.load torch.manual_seed "
        "torch.memory_format torch.mps.empty_cache torch.mps.is_available torch.mps.manual_seed "
        "torch.multiprocessing.set_sharing_strategy torch.multiprocessing.set_start_method torch.nan "
        "torch.newaxis torch.nn.LinearCrossEntropyOptions torch.nn.SyncBatchNorm.convert_sync_batchnorm "
        "torch.nn.attention.sdpa_kernel torch.nn.init.calculate_gain torch.nn.init.constant "
        "torch.nn.init.constant_ torch.nn.init.dirac torch.nn.init.dirac_ torch.nn.init.eye torch.nn.init.eye_ "
        "torch.nn.init.kaiming_normal torch.nn.init.kaiming_normal_ torch.nn.init.kaiming_uniform "
        "torch.nn.init.kaiming_uniform_ torch.nn.init.normal torch.nn.init.normal_ torch.nn.init.ones "
        "torch.nn.init.ones_ torch.nn.init.orthogonal torch.nn.init.orthogonal_ torch.nn.init.sparse "
        "torch.nn.init.sparse_ torch.nn.init.trunc_normal torch.nn.init.trunc_normal_ torch.nn.init.uniform "
        "torch.nn.init.uniform_ torch.nn.init.xavier_normal torch.nn.init.xavier_normal_ "
        "torch.nn.init.xavier_uniform torch.nn.init.xavier_uniform_ torch.nn.init.zeros torch.nn.init.zeros_ "
        "torch.nn.utils.clip_grad_norm torch.nn.utils.clip_grad_norm_ torch.nn.utils.clip_grad_value_ "
        "torch.nn.utils.clip_grads_with_norm_ torch.nn.utils.convert_conv2d_weight_memory_format "
        "torch.nn.utils.convert_conv3d_weight_memory_format torch.nn.utils.fuse_conv_bn_eval "
        "torch.nn.utils.fuse_conv_bn_weights torch.nn.utils.fuse_linear_bn_eval "
        "torch.nn.utils.fuse_linear_bn_weights torch.nn.utils.fusion.fuse_conv_bn_eval "
        "torch.nn.utils.get_total_norm torch.nn.utils.parameters_to_vector "
        "torch.nn.utils.parametrizations.orthogonal torch.nn.utils.parametrizations.spectral_norm "
        "torch.nn.utils.parametrizations.weight_norm torch.nn.utils.parametrize.register_parametrization "
        "torch.nn.utils.parametrize.remove_parametrizations torch.nn.utils.prune.l1_unstructured "
        "torch.nn.utils.remove_spectral_norm torch.nn.utils.remove_weight_norm "
        "torch.nn.utils.rnn.PackedSequence torch.nn.utils.skip_init torch.nn.utils.spectral_norm "
        "torch.nn.utils.vector_to_parameters torch.nn.utils.weight_norm torch.no_grad torch.onnx.export "
        "torch.onnx.is_in_onnx_export torch.onnx.register_custom_op_symbolic torch.optim.ASGD "
        "torch.optim.Adadelta torch.optim.Adafactor torch.optim.Adagrad torch.optim.Adam torch.optim.AdamW "
        "torch.optim.Adamax torch.optim.LBFGS torch.optim.Muon torch.optim.NAdam torch.optim.Optimizer "
        "torch.optim.Optimizer.__init__ torch.optim.RAdam torch.optim.RMSprop torch.optim.Rprop torch.optim.SGD "
        "torch.optim.SparseAdam torch.optim.lr_scheduler.ChainedScheduler torch.optim.lr_scheduler.ConstantLR "
        "torch.optim.lr_scheduler.CosineAnnealingLR torch.optim.lr_scheduler.CosineAnnealingWarmRestarts "
        "torch.optim.lr_scheduler.CyclicLR torch.optim.lr_scheduler.ExponentialLR "
        "torch.optim.lr_scheduler.LRScheduler torch.optim.lr_scheduler.LambdaLR "
        "torch.optim.lr_scheduler.LinearLR torch.optim.lr_scheduler.MultiStepLR "
        "torch.optim.lr_scheduler.MultiplicativeLR torch.optim.lr_scheduler.OneCycleLR "
        "torch.optim.lr_scheduler.PolynomialLR torch.optim.lr_scheduler.ReduceLROnPlateau "
        "torch.optim.lr_scheduler.SequentialLR torch.optim.lr_scheduler.StepLR "
        "torch.optim.lr_scheduler._LRScheduler torch.optim.swa_utils.SWALR torch.optim.swa_utils.update_bn "
        "torch.pi torch.preserve_format torch.profiler.profile torch.profiler.record_function torch.qscheme "
        "torch.random.fork_rng torch.random.get_rng_state torch.random.manual_seed torch.save torch.seed "
        "torch.set_anomaly_enabled torch.set_autocast_cache_enabled torch.set_autocast_cpu_dtype "
        "torch.set_autocast_cpu_enabled torch.set_autocast_dtype torch.set_autocast_enabled "
        "torch.set_autocast_gpu_dtype torch.set_default_device torch.set_default_dtype "
        "torch.set_default_tensor_type torch.set_deterministic torch.set_deterministic_debug_mode "
        "torch.set_float32_matmul_precision torch.set_flush_denormal torch.set_grad_enabled "
        "torch.set_num_interop_threads torch.set_num_threads torch.set_printoptions torch.set_rng_state "
        "torch.set_warn_always torch.strided torch.thread_safe_generator torch.typename "
        "torch.use_deterministic_algorithms torch.utils.checkpoint.checkpoint "
        "torch.utils.data.functional_datapipe torch.utils.data.get_worker_info_ torch.utils.model_zoo.load_url "
        "torch.utils.tensorboard.SummaryWriter torch.version.cuda torch.xpu.is_available "
    ),
    "torch.torchmetrics": (
        "torchmetrics.Accuracy torchmetrics.F1Score torchmetrics.FBetaScore torchmetrics.HammingDistance "
        "torchmetrics.MeanAbsoluteError torchmetrics.MeanAbsolutePercentageError torchmetrics.MeanSquaredError "
        "torchmetrics.MeanSquaredLogError torchmetrics.Metric torchmetrics.Metric.update "
        "torchmetrics.MetricCollection torchmetrics.Precision torchmetrics.Recall torchmetrics.Specificity "
        "torchmetrics.StatScores torchmetrics.classification.Accuracy "
        "torchmetrics.classification.BinaryAccuracy torchmetrics.classification.BinaryF1Score "
        "torchmetrics.classification.BinaryFBetaScore torchmetrics.classification.BinaryHammingDistance "
        "torchmetrics.classification.BinaryPrecision torchmetrics.classification.BinaryRecall "
        "torchmetrics.classification.BinarySpecificity torchmetrics.classification.BinaryStatScores "
        "torchmetrics.classification.F1Score torchmetrics.classification.FBetaScore "
        "torchmetrics.classification.HammingDistance torchmetrics.classification.MulticlassAccuracy "
        "torchmetrics.classification.MulticlassF1Score torchmetrics.classification.MulticlassFBetaScore "
        "torchmetrics.classification.MulticlassHammingDistance torchmetrics.classification.MulticlassPrecision "
        "torchmetrics.classification.MulticlassRecall torchmetrics.classification.MulticlassSpecificity "
        "torchmetrics.classification.MulticlassStatScores torchmetrics.classification.MultilabelAccuracy "
        "torchmetrics.classification.MultilabelF1Score torchmetrics.classification.MultilabelFBetaScore "
        "torchmetrics.classification.MultilabelHammingDistance torchmetrics.classification.MultilabelPrecision "
        "torchmetrics.classification.MultilabelRecall torchmetrics.classification.MultilabelSpecificity "
        "torchmetrics.classification.MultilabelStatScores torchmetrics.classification.Precision "
        "torchmetrics.classification.Recall torchmetrics.classification.Specificity "
        "torchmetrics.classification.StatScores torchmetrics.regression.MeanAbsoluteError "
        "torchmetrics.regression.MeanAbsolutePercentageError torchmetrics.regression.MeanSquaredError "
        "torchmetrics.regression.MeanSquaredLogError "
    ),
    "torch.transformer": (
        "torch.nn.Transformer torch.nn.TransformerDecoder torch.nn.TransformerDecoderLayer "
        "torch.nn.TransformerEncoder torch.nn.TransformerEncoderLayer "
    ),
    "torch.transforms": (
        "torch.distributions.AbsTransform torch.distributions.AffineTransform torch.distributions.CatTransform "
        "torch.distributions.ComposeTransform torch.distributions.CorrCholeskyTransform "
        "torch.distributions.CumulativeDistributionTransform torch.distributions.ExpTransform "
        "torch.distributions.IndependentTransform torch.distributions.LowerCholeskyTransform "
        "torch.distributions.PositiveDefiniteTransform torch.distributions.PowerTransform "
        "torch.distributions.ReshapeTransform torch.distributions.SigmoidTransform "
        "torch.distributions.SoftmaxTransform torch.distributions.SoftplusTransform "
        "torch.distributions.StackTransform torch.distributions.StickBreakingTransform "
        "torch.distributions.TanhTransform torch.distributions.Transform torch.distributions.biject_to "
        "torch.distributions.constraint_registry.biject_to torch.distributions.constraint_registry.transform_to "
        "torch.distributions.identity_transform torch.distributions.kl.register_kl "
        "torch.distributions.register_kl torch.distributions.transform_to "
        "torch.distributions.transforms.AbsTransform torch.distributions.transforms.AffineTransform "
        "torch.distributions.transforms.CatTransform torch.distributions.transforms.ComposeTransform "
        "torch.distributions.transforms.CorrCholeskyTransform "
        "torch.distributions.transforms.CumulativeDistributionTransform "
        "torch.distributions.transforms.ExpTransform torch.distributions.transforms.IndependentTransform "
        "torch.distributions.transforms.LowerCholeskyTransform "
        "torch.distributions.transforms.PositiveDefiniteTransform torch.distributions.transforms.PowerTransform "
        "torch.distributions.transforms.ReshapeTransform torch.distributions.transforms.SigmoidTransform "
        "torch.distributions.transforms.SoftmaxTransform torch.distributions.transforms.SoftplusTransform "
        "torch.distributions.transforms.StackTransform torch.distributions.transforms.StickBreakingTransform "
        "torch.distributions.transforms.TanhTransform torch.distributions.transforms.Transform "
        "torch.distributions.transforms.identity_transform "
    ),
}
"""The paths that a file declares, separated by spaces."""

ALIASES = {
    "keras.Function": "keras.Model",
    "keras.Functional": "keras.Model",
    "keras.Initializer": "keras.initializers.Initializer",
    "keras.Operation": "keras.layers.Layer",
    "keras.Optimizer": "keras.optimizers.Optimizer",
    "keras.Regularizer": "keras.regularizers.Regularizer",
    "keras.activations.hard_swish": "keras.activations.hard_silu",
    "keras.activations.swish": "keras.activations.silu",
    "keras.api": "keras",
    "keras.applications.convnext.ConvNeXtBase": "keras.applications.ConvNeXtBase",
    "keras.applications.convnext.ConvNeXtLarge": "keras.applications.ConvNeXtLarge",
    "keras.applications.convnext.ConvNeXtSmall": "keras.applications.ConvNeXtSmall",
    "keras.applications.convnext.ConvNeXtTiny": "keras.applications.ConvNeXtTiny",
    "keras.applications.convnext.ConvNeXtXLarge": "keras.applications.ConvNeXtXLarge",
    "keras.applications.densenet.DenseNet121": "keras.applications.DenseNet121",
    "keras.applications.densenet.DenseNet169": "keras.applications.DenseNet169",
    "keras.applications.densenet.DenseNet201": "keras.applications.DenseNet201",
    "keras.applications.efficientnet.EfficientNetB0": "keras.applications.EfficientNetB0",
    "keras.applications.efficientnet.EfficientNetB1": "keras.applications.EfficientNetB1",
    "keras.applications.efficientnet.EfficientNetB2": "keras.applications.EfficientNetB2",
    "keras.applications.efficientnet.EfficientNetB3": "keras.applications.EfficientNetB3",
    "keras.applications.efficientnet.EfficientNetB4": "keras.applications.EfficientNetB4",
    "keras.applications.efficientnet.EfficientNetB5": "keras.applications.EfficientNetB5",
    "keras.applications.efficientnet.EfficientNetB6": "keras.applications.EfficientNetB6",
    "keras.applications.efficientnet.EfficientNetB7": "keras.applications.EfficientNetB7",
    "keras.applications.efficientnet_v2.EfficientNetV2B0": "keras.applications.EfficientNetV2B0",
    "keras.applications.efficientnet_v2.EfficientNetV2B1": "keras.applications.EfficientNetV2B1",
    "keras.applications.efficientnet_v2.EfficientNetV2B2": "keras.applications.EfficientNetV2B2",
    "keras.applications.efficientnet_v2.EfficientNetV2B3": "keras.applications.EfficientNetV2B3",
    "keras.applications.efficientnet_v2.EfficientNetV2L": "keras.applications.EfficientNetV2L",
    "keras.applications.efficientnet_v2.EfficientNetV2M": "keras.applications.EfficientNetV2M",
    "keras.applications.efficientnet_v2.EfficientNetV2S": "keras.applications.EfficientNetV2S",
    "keras.applications.inception_resnet_v2.InceptionResNetV2": "keras.applications.InceptionResNetV2",
    "keras.applications.inception_v3.InceptionV3": "keras.applications.InceptionV3",
    "keras.applications.mobilenet.MobileNet": "keras.applications.MobileNet",
    "keras.applications.mobilenet_v2.MobileNetV2": "keras.applications.MobileNetV2",
    "keras.applications.mobilenet_v3.MobileNetV3Large": "keras.applications.MobileNetV3Large",
    "keras.applications.mobilenet_v3.MobileNetV3Small": "keras.applications.MobileNetV3Small",
    "keras.applications.nasnet.NASNetLarge": "keras.applications.NASNetLarge",
    "keras.applications.nasnet.NASNetMobile": "keras.applications.NASNetMobile",
    "keras.applications.resnet.ResNet101": "keras.applications.ResNet101",
    "keras.applications.resnet.ResNet152": "keras.applications.ResNet152",
    "keras.applications.resnet.ResNet50": "keras.applications.ResNet50",
    "keras.applications.resnet50": "keras.applications.resnet",
    "keras.applications.resnet_v2.ResNet101V2": "keras.applications.ResNet101V2",
    "keras.applications.resnet_v2.ResNet152V2": "keras.applications.ResNet152V2",
    "keras.applications.resnet_v2.ResNet50V2": "keras.applications.ResNet50V2",
    "keras.applications.vgg16.VGG16": "keras.applications.VGG16",
    "keras.applications.vgg19.VGG19": "keras.applications.VGG19",
    "keras.applications.xception.Xception": "keras.applications.Xception",
    "keras.backend.KerasTensor": "keras.KerasTensor",
    "keras.backend.tensorflow_backend": "keras.backend",
    "keras.callbacks.callbacks": "keras.callbacks",
    "keras.engine": "keras.layers",
    "keras.engine.base_layer": "keras.layers",
    "keras.engine.functional": "keras.models",
    "keras.engine.input_layer": "keras.layers",
    "keras.engine.sequential": "keras",
    "keras.engine.topology": "keras.layers",
    "keras.engine.training": "keras",
    "keras.initializers.initializers": "keras.initializers",
    "keras.layers.CuDNNGRU": "keras.layers.GRU",
    "keras.layers.CuDNNLSTM": "keras.layers.LSTM",
    "keras.layers.activation": "keras.layers",
    "keras.layers.activations.activation": "keras.layers",
    "keras.layers.advanced_activations": "keras.layers",
    "keras.layers.attention": "keras.layers",
    "keras.layers.attention.additive_attention": "keras.layers",
    "keras.layers.attention.attention": "keras.layers",
    "keras.layers.attention.multi_head_attention": "keras.layers",
    "keras.layers.convolutional": "keras.layers",
    "keras.layers.convolutional.conv1d": "keras.layers",
    "keras.layers.convolutional.conv2d": "keras.layers",
    "keras.layers.convolutional.conv2d_transpose": "keras.layers",
    "keras.layers.convolutional.conv3d": "keras.layers",
    "keras.layers.convolutional.depthwise_conv2d": "keras.layers",
    "keras.layers.convolutional.separable_conv2d": "keras.layers",
    "keras.layers.core": "keras.layers",
    "keras.layers.core.dense": "keras.layers",
    "keras.layers.core.einsum_dense": "keras.layers",
    "keras.layers.core.embedding": "keras.layers",
    "keras.layers.core.identity": "keras.layers",
    "keras.layers.core.input_layer": "keras.layers",
    "keras.layers.core.lambda_layer": "keras.layers",
    "keras.layers.core.masking": "keras.layers",
    "keras.layers.core.wrapper": "keras.layers",
    "keras.layers.cudnn_recurrent": "keras.layers",
    "keras.layers.embeddings": "keras.layers",
    "keras.layers.experimental": "keras.layers",
    "keras.layers.experimental.preprocessing": "keras.layers",
    "keras.layers.layer": "keras.layers",
    "keras.layers.merge": "keras.layers",
    "keras.layers.merging": "keras.layers",
    "keras.layers.merging.add": "keras.layers",
    "keras.layers.merging.concatenate": "keras.layers",
    "keras.layers.merging.dot": "keras.layers",
    "keras.layers.merging.multiply": "keras.layers",
    "keras.layers.noise": "keras.layers",
    "keras.layers.normalization": "keras.layers",
    "keras.layers.normalization.batch_normalization": "keras.layers",
    "keras.layers.normalization.group_normalization": "keras.layers",
    "keras.layers.normalization.layer_normalization": "keras.layers",
    "keras.layers.normalization_v2": "keras.layers",
    "keras.layers.pooling": "keras.layers",
    "keras.layers.pooling.average_pooling2d": "keras.layers",
    "keras.layers.pooling.global_average_pooling2d": "keras.layers",
    "keras.layers.pooling.max_pooling2d": "keras.layers",
    "keras.layers.preprocessing": "keras.layers",
    "keras.layers.preprocessing.normalization": "keras.layers",
    "keras.layers.preprocessing.rescaling": "keras.layers",
    "keras.layers.recurrent": "keras.layers",
    "keras.layers.recurrent_v2": "keras.layers",
    "keras.layers.regularization": "keras.layers",
    "keras.layers.regularization.dropout": "keras.layers",
    "keras.layers.regularization.spatial_dropout": "keras.layers",
    "keras.layers.reshaping": "keras.layers",
    "keras.layers.reshaping.flatten": "keras.layers",
    "keras.layers.reshaping.permute": "keras.layers",
    "keras.layers.reshaping.repeat_vector": "keras.layers",
    "keras.layers.reshaping.reshape": "keras.layers",
    "keras.layers.reshaping.up_sampling2d": "keras.layers",
    "keras.layers.reshaping.zero_padding2d": "keras.layers",
    "keras.layers.rnn": "keras.layers",
    "keras.layers.rnn.bidirectional": "keras.layers",
    "keras.layers.rnn.gru": "keras.layers",
    "keras.layers.rnn.lstm": "keras.layers",
    "keras.layers.rnn.rnn": "keras.layers",
    "keras.layers.rnn.simple_rnn": "keras.layers",
    "keras.layers.rnn.time_distributed": "keras.layers",
    "keras.layers.wrappers": "keras.layers",
    "keras.legacy.layers": "keras.layers",
    "keras.legacy.losses": "keras.losses",
    "keras.legacy.preprocessing": "keras.preprocessing",
    "keras.losses.BCE": "keras.losses.binary_crossentropy",
    "keras.losses.KLD": "keras.losses.kl_divergence",
    "keras.losses.MAE": "keras.losses.mean_absolute_error",
    "keras.losses.MAPE": "keras.losses.mean_absolute_percentage_error",
    "keras.losses.MSE": "keras.losses.mean_squared_error",
    "keras.losses.MSLE": "keras.losses.mean_squared_logarithmic_error",
    "keras.losses.bce": "keras.losses.binary_crossentropy",
    "keras.losses.cosine": "keras.losses.cosine_similarity",
    "keras.losses.cosine_proximity": "keras.losses.cosine_similarity",
    "keras.losses.kld": "keras.losses.kl_divergence",
    "keras.losses.kullback_leibler_divergence": "keras.losses.kl_divergence",
    "keras.losses.logcosh": "keras.losses.log_cosh",
    "keras.losses.loss": "keras.losses",
    "keras.losses.losses": "keras.losses",
    "keras.losses.mae": "keras.losses.mean_absolute_error",
    "keras.losses.mape": "keras.losses.mean_absolute_percentage_error",
    "keras.losses.mse": "keras.losses.mean_squared_error",
    "keras.losses.msle": "keras.losses.mean_squared_logarithmic_error",
    "keras.metrics.BCE": "keras.metrics.binary_crossentropy",
    "keras.metrics.KLD": "keras.metrics.kl_divergence",
    "keras.metrics.MAE": "keras.metrics.mean_absolute_error",
    "keras.metrics.MAPE": "keras.metrics.mean_absolute_percentage_error",
    "keras.metrics.MSE": "keras.metrics.mean_squared_error",
    "keras.metrics.MSLE": "keras.metrics.mean_squared_logarithmic_error",
    "keras.metrics.bce": "keras.metrics.binary_crossentropy",
    "keras.metrics.cosine": "keras.metrics.cosine_similarity",
    "keras.metrics.cosine_proximity": "keras.metrics.cosine_similarity",
    "keras.metrics.kld": "keras.metrics.kl_divergence",
    "keras.metrics.kullback_leibler_divergence": "keras.metrics.kl_divergence",
    "keras.metrics.logcosh": "keras.metrics.log_cosh",
    "keras.metrics.mae": "keras.metrics.mean_absolute_error",
    "keras.metrics.mape": "keras.metrics.mean_absolute_percentage_error",
    "keras.metrics.mse": "keras.metrics.mean_squared_error",
    "keras.metrics.msle": "keras.metrics.mean_squared_logarithmic_error",
    "keras.mixed_precision.experimental": "keras.mixed_precision",
    "keras.models.Functional": "keras.Model",
    "keras.models.Input": "keras.Input",
    "keras.models.functional.Functional": "keras.Model",
    "keras.models.model.Model": "keras.Model",
    "keras.models.sequential.Sequential": "keras.Sequential",
    "keras.objectives": "keras.losses",
    "keras.ops.core": "keras.ops",
    "keras.ops.hard_swish": "keras.ops.hard_silu",
    "keras.ops.linalg": "keras.ops",
    "keras.ops.math": "keras.ops",
    "keras.ops.nn": "keras.ops",
    "keras.ops.numpy": "keras.ops",
    "keras.ops.operation_utils": "keras.utils",
    "keras.ops.swish": "keras.ops.silu",
    "keras.optimizers.experimental": "keras.optimizers",
    "keras.optimizers.optimizer_v2": "keras.optimizers",
    "keras.preprocessing.image_dataset_from_directory": "keras.utils.image_dataset_from_directory",
    "keras.preprocessing.sequence": "keras.utils",
    "keras.preprocessing.text_dataset_from_directory": "keras.utils.text_dataset_from_directory",
    "keras.preprocessing.timeseries_dataset_from_array": "keras.utils.timeseries_dataset_from_array",
    "keras.src": "keras",
    "keras.utils.data_utils": "keras.utils",
    "keras.utils.file_utils": "keras.utils",
    "keras.utils.generic_utils": "keras.utils",
    "keras.utils.layer_utils": "keras.utils",
    "keras.utils.np_utils": "keras.utils",
    "keras.utils.numerical_utils": "keras.utils",
    "keras.utils.sequence_utils": "keras.utils",
    "keras.utils.vis_utils": "keras.utils",
    "keras.wrappers.scikit_learn": "keras.wrappers",
    "keras_preprocessing": "keras.preprocessing",
    "lightning.pytorch": "lightning",
    "pytorch_lightning": "lightning",
    "six.moves": "builtins",
    "six.moves.cPickle": "pickle",
    "six.moves.urllib": "urllib",
    "six.moves.xrange": "builtins.range",
    "sklearn.datasets.base": "sklearn.datasets",
    "sklearn.datasets.samples_generator": "sklearn.datasets",
    "sklearn.ensemble.forest": "sklearn.ensemble",
    "sklearn.externals.joblib": "joblib",
    "sklearn.grid_search": "sklearn.model_selection",
    "sklearn.lda.LDA": "sklearn.discriminant_analysis.LinearDiscriminantAnalysis",
    "sklearn.linear_model.base": "sklearn.linear_model",
    "sklearn.linear_model.logistic": "sklearn.linear_model",
    "sklearn.linear_model.ridge": "sklearn.linear_model",
    "sklearn.metrics.classification": "sklearn.metrics",
    "sklearn.metrics.ranking": "sklearn.metrics",
    "sklearn.metrics.regression": "sklearn.metrics",
    "sklearn.metrics.scorer": "sklearn.metrics",
    "sklearn.neighbors.classification": "sklearn.neighbors",
    "sklearn.preprocessing.Imputer": "sklearn.impute.SimpleImputer",
    "sklearn.preprocessing.data": "sklearn.preprocessing",
    "sklearn.preprocessing.label": "sklearn.preprocessing",
    "sklearn.svm.classes": "sklearn.svm",
    "tensorflow.app": "absl.app",
    "tensorflow.app.flags": "absl.flags",
    "tensorflow.autodiff.GradientTape": "tensorflow.GradientTape",
    "tensorflow.compat.v1": "tensorflow",
    "tensorflow.compat.v1.keras": "keras",
    "tensorflow.compat.v1.keras.layers.Convolution1D": "keras.layers.Conv1D",
    "tensorflow.compat.v1.keras.layers.Convolution2D": "keras.layers.Conv2D",
    "tensorflow.compat.v1.keras.layers.Convolution3D": "keras.layers.Conv3D",
    "tensorflow.compat.v2": "tensorflow",
    "tensorflow.contrib.data": "tensorflow.data",
    "tensorflow.contrib.eager.GradientTape": "tensorflow.GradientTape",
    "tensorflow.contrib.eager.Variable": "tensorflow.Variable",
    "tensorflow.contrib.eager.enable_eager_execution": "tensorflow.enable_eager_execution",
    "tensorflow.contrib.framework.nest": "tensorflow.nest",
    "tensorflow.contrib.keras": "keras",
    "tensorflow.flags": "absl.flags",
    "tensorflow.gfile": "tensorflow.io.gfile",
    "tensorflow.gfile.DeleteRecursively": "shutil.rmtree",
    "tensorflow.gfile.Exists": "os.path.exists",
    "tensorflow.gfile.FastGFile": "builtins.open",
    "tensorflow.gfile.GFile": "builtins.open",
    "tensorflow.gfile.Glob": "glob.glob",
    "tensorflow.gfile.IsDirectory": "os.path.isdir",
    "tensorflow.gfile.ListDirectory": "os.listdir",
    "tensorflow.gfile.MakeDirs": "os.makedirs",
    "tensorflow.gfile.Open": "builtins.open",
    "tensorflow.gfile.Remove": "os.remove",
    "tensorflow.gfile.Walk": "os.walk",
    "tensorflow.gfile.copy": "shutil.copy",
    "tensorflow.gfile.exists": "os.path.exists",
    "tensorflow.gfile.glob": "glob.glob",
    "tensorflow.gfile.isdir": "os.path.isdir",
    "tensorflow.gfile.join": "os.path.join",
    "tensorflow.gfile.listdir": "os.listdir",
    "tensorflow.gfile.makedirs": "os.makedirs",
    "tensorflow.gfile.mkdir": "os.mkdir",
    "tensorflow.gfile.remove": "os.remove",
    "tensorflow.gfile.rename": "os.rename",
    "tensorflow.gfile.rmtree": "shutil.rmtree",
    "tensorflow.gfile.walk": "os.walk",
    "tensorflow.initialize_variables": "tensorflow.variables_initializer",
    "tensorflow.initializers": "keras.initializers",
    "tensorflow.io.gfile.DeleteRecursively": "shutil.rmtree",
    "tensorflow.io.gfile.Exists": "os.path.exists",
    "tensorflow.io.gfile.FastGFile": "builtins.open",
    "tensorflow.io.gfile.GFile": "builtins.open",
    "tensorflow.io.gfile.Glob": "glob.glob",
    "tensorflow.io.gfile.IsDirectory": "os.path.isdir",
    "tensorflow.io.gfile.ListDirectory": "os.listdir",
    "tensorflow.io.gfile.MakeDirs": "os.makedirs",
    "tensorflow.io.gfile.Open": "builtins.open",
    "tensorflow.io.gfile.Remove": "os.remove",
    "tensorflow.io.gfile.Walk": "os.walk",
    "tensorflow.io.gfile.copy": "shutil.copy",
    "tensorflow.io.gfile.exists": "os.path.exists",
    "tensorflow.io.gfile.glob": "glob.glob",
    "tensorflow.io.gfile.isdir": "os.path.isdir",
    "tensorflow.io.gfile.join": "os.path.join",
    "tensorflow.io.gfile.listdir": "os.listdir",
    "tensorflow.io.gfile.makedirs": "os.makedirs",
    "tensorflow.io.gfile.mkdir": "os.mkdir",
    "tensorflow.io.gfile.remove": "os.remove",
    "tensorflow.io.gfile.rename": "os.rename",
    "tensorflow.io.gfile.rmtree": "shutil.rmtree",
    "tensorflow.io.gfile.walk": "os.walk",
    "tensorflow.keras": "keras",
    "tensorflow.keras.layers.Convolution1D": "keras.layers.Conv1D",
    "tensorflow.keras.layers.Convolution2D": "keras.layers.Conv2D",
    "tensorflow.keras.layers.Convolution3D": "keras.layers.Conv3D",
    "tensorflow.layers.AveragePooling2D": "keras.layers.AveragePooling2D",
    "tensorflow.layers.BatchNormalization": "keras.layers.BatchNormalization",
    "tensorflow.layers.Conv1D": "keras.layers.Conv1D",
    "tensorflow.layers.Conv2D": "keras.layers.Conv2D",
    "tensorflow.layers.Conv2DTranspose": "keras.layers.Conv2DTranspose",
    "tensorflow.layers.Conv3D": "keras.layers.Conv3D",
    "tensorflow.layers.Dense": "keras.layers.Dense",
    "tensorflow.layers.Dropout": "keras.layers.Dropout",
    "tensorflow.layers.Flatten": "keras.layers.Flatten",
    "tensorflow.layers.Layer": "keras.layers.Layer",
    "tensorflow.layers.MaxPooling1D": "keras.layers.MaxPooling1D",
    "tensorflow.layers.MaxPooling2D": "keras.layers.MaxPooling2D",
    "tensorflow.layers.SeparableConv2D": "keras.layers.SeparableConv2D",
    "tensorflow.logging": "absl.logging",
    "tensorflow.losses": "keras.losses",
    "tensorflow.metrics": "keras.metrics",
    "tensorflow.optimizers": "keras.optimizers",
    "tensorflow.python.framework.ops": "tensorflow",
    "tensorflow.python.keras": "keras",
    "tensorflow.python.keras.layers.Convolution1D": "keras.layers.Conv1D",
    "tensorflow.python.keras.layers.Convolution2D": "keras.layers.Conv2D",
    "tensorflow.python.keras.layers.Convolution3D": "keras.layers.Conv3D",
    "tensorflow.python.util.nest": "tensorflow.nest",
    "tf_keras": "keras",
    "torch.Tensor.smm": "torch.mm",
    "torch.Tensor.sspaddmm": "torch.addmm",
    "torch.Tensor.unsafe_chunk": "torch.Tensor.chunk",
    "torch.Tensor.unsafe_split": "torch.Tensor.split",
    "torch.Tensor.unsafe_split_with_sizes": "torch.Tensor.split_with_sizes",
    "torch.abs_": "torch.Tensor.abs_",
    "torch.acos_": "torch.Tensor.acos_",
    "torch.acosh_": "torch.Tensor.acosh_",
    "torch.adaptive_avg_pool1d": "torch.nn.functional.adaptive_avg_pool1d",
    "torch.addmv_": "torch.Tensor.addmv_",
    "torch.affine_grid_generator": "torch.nn.functional.affine_grid",
    "torch.arccos_": "torch.Tensor.arccos_",
    "torch.arccosh_": "torch.Tensor.arccosh_",
    "torch.arcsin_": "torch.Tensor.arcsin_",
    "torch.arcsinh_": "torch.Tensor.arcsinh_",
    "torch.arctan_": "torch.Tensor.arctan_",
    "torch.arctanh_": "torch.Tensor.arctanh_",
    "torch.as_strided_": "torch.Tensor.as_strided_",
    "torch.asin_": "torch.Tensor.asin_",
    "torch.asinh_": "torch.Tensor.asinh_",
    "torch.atan_": "torch.Tensor.atan_",
    "torch.atanh_": "torch.Tensor.atanh_",
    "torch.autograd.function": "torch.autograd",
    "torch.autograd.grad_mode": "torch",
    "torch.autograd.variable": "torch.autograd",
    "torch.bilinear": "torch.nn.functional.bilinear",
    "torch.ceil_": "torch.Tensor.ceil_",
    "torch.clamp_": "torch.Tensor.clamp_",
    "torch.clamp_max_": "torch.Tensor.clamp_max_",
    "torch.clamp_min_": "torch.Tensor.clamp_min_",
    "torch.clip_": "torch.Tensor.clip_",
    "torch.conj_physical_": "torch.Tensor.conj_physical_",
    "torch.conv_tbc": "torch.nn.functional.conv_tbc",
    "torch.cos_": "torch.Tensor.cos_",
    "torch.cosh_": "torch.Tensor.cosh_",
    "torch.deg2rad_": "torch.Tensor.deg2rad_",
    "torch.detach_": "torch.Tensor.detach_",
    "torch.dsmm": "torch.mm",
    "torch.erf_": "torch.Tensor.erf_",
    "torch.erfc_": "torch.Tensor.erfc_",
    "torch.exp2_": "torch.Tensor.exp2_",
    "torch.exp_": "torch.Tensor.exp_",
    "torch.expm1_": "torch.Tensor.expm1_",
    "torch.fill_": "torch.Tensor.fill_",
    "torch.fix_": "torch.Tensor.fix_",
    "torch.floor_": "torch.Tensor.floor_",
    "torch.frac_": "torch.Tensor.frac_",
    "torch.func.rearrange": "einops.rearrange",
    "torch.functional": "torch",
    "torch.gcd_": "torch.Tensor.gcd_",
    "torch.grid_sampler": "torch.nn.functional.grid_sample",
    "torch.grid_sampler_2d": "torch.nn.functional.grid_sample",
    "torch.grid_sampler_3d": "torch.nn.functional.grid_sample",
    "torch.hsmm": "torch.mm",
    "torch.hspmm": "torch.mm",
    "torch.i0_": "torch.Tensor.i0_",
    "torch.index_put_": "torch.Tensor.index_put_",
    "torch.lcm_": "torch.Tensor.lcm_",
    "torch.ldexp_": "torch.Tensor.ldexp_",
    "torch.log10_": "torch.Tensor.log10_",
    "torch.log1p_": "torch.Tensor.log1p_",
    "torch.log2_": "torch.Tensor.log2_",
    "torch.log_": "torch.Tensor.log_",
    "torch.logit_": "torch.Tensor.logit_",
    "torch.multiprocessing.Lock": "multiprocessing.Lock",
    "torch.multiprocessing.Pool": "multiprocessing.Pool",
    "torch.multiprocessing.Process": "multiprocessing.Process",
    "torch.multiprocessing.Queue": "multiprocessing.Queue",
    "torch.nan_to_num_": "torch.Tensor.nan_to_num_",
    "torch.native_channel_shuffle": "torch.nn.functional.channel_shuffle",
    "torch.neg_": "torch.Tensor.neg_",
    "torch.negative_": "torch.Tensor.negative_",
    "torch.nn.functional.native_channel_shuffle": "torch.nn.functional.channel_shuffle",
    "torch.nn.modules": "torch.nn",
    "torch.nn.modules.activation": "torch.nn",
    "torch.nn.modules.adaptive": "torch.nn",
    "torch.nn.modules.batchnorm": "torch.nn",
    "torch.nn.modules.channelshuffle": "torch.nn",
    "torch.nn.modules.container": "torch.nn",
    "torch.nn.modules.conv": "torch.nn",
    "torch.nn.modules.distance": "torch.nn",
    "torch.nn.modules.dropout": "torch.nn",
    "torch.nn.modules.flatten": "torch.nn",
    "torch.nn.modules.fold": "torch.nn",
    "torch.nn.modules.instancenorm": "torch.nn",
    "torch.nn.modules.linear": "torch.nn",
    "torch.nn.modules.loss": "torch.nn",
    "torch.nn.modules.module": "torch.nn",
    "torch.nn.modules.normalization": "torch.nn",
    "torch.nn.modules.padding": "torch.nn",
    "torch.nn.modules.pixelshuffle": "torch.nn",
    "torch.nn.modules.pooling": "torch.nn",
    "torch.nn.modules.rnn": "torch.nn",
    "torch.nn.modules.sparse": "torch.nn",
    "torch.nn.modules.transformer": "torch.nn",
    "torch.nn.modules.upsampling": "torch.nn",
    "torch.nn.parallel.data_parallel": "torch.nn",
    "torch.nn.parallel.distributed": "torch.nn.parallel",
    "torch.nn.parameter": "torch.nn",
    "torch.nn.utils.clip_grad": "torch.nn.utils",
    "torch.optim.adadelta": "torch.optim",
    "torch.optim.adagrad": "torch.optim",
    "torch.optim.adam": "torch.optim",
    "torch.optim.adamax": "torch.optim",
    "torch.optim.adamw": "torch.optim",
    "torch.optim.asgd": "torch.optim",
    "torch.optim.lbfgs": "torch.optim",
    "torch.optim.nadam": "torch.optim",
    "torch.optim.optimizer": "torch.optim",
    "torch.optim.radam": "torch.optim",
    "torch.optim.rmsprop": "torch.optim",
    "torch.optim.rprop": "torch.optim",
    "torch.optim.sgd": "torch.optim",
    "torch.optim.sparse_adam": "torch.optim",
    "torch.rad2deg_": "torch.Tensor.rad2deg_",
    "torch.reciprocal_": "torch.Tensor.reciprocal_",
    "torch.resize_as_": "torch.Tensor.resize_as_",
    "torch.round_": "torch.Tensor.round_",
    "torch.rsqrt_": "torch.Tensor.rsqrt_",
    "torch.saddmm": "torch.addmm",
    "torch.sin_": "torch.Tensor.sin_",
    "torch.sinc_": "torch.Tensor.sinc_",
    "torch.sinh_": "torch.Tensor.sinh_",
    "torch.smm": "torch.mm",
    "torch.sqrt_": "torch.Tensor.sqrt_",
    "torch.square_": "torch.Tensor.square_",
    "torch.sspaddmm": "torch.addmm",
    "torch.tan_": "torch.Tensor.tan_",
    "torch.trunc_": "torch.Tensor.trunc_",
    "torch.unsafe_chunk": "torch.chunk",
    "torch.unsafe_split": "torch.split",
    "torch.unsafe_split_with_sizes": "torch.split_with_sizes",
    "torch.utils.data._utils.collate": "torch.utils.data",
    "torch.utils.data.dataloader": "torch.utils.data",
    "torch.utils.data.dataset": "torch.utils.data",
    "torch.utils.data.distributed": "torch.utils.data",
    "torch.utils.data.sampler": "torch.utils.data",
    "torch.view_as_complex_copy": "torch.view_as_complex",
    "torch.view_as_real_copy": "torch.view_as_real",
    "torch.xlogy_": "torch.Tensor.xlogy_",
    "torch.zero_": "torch.Tensor.zero_",
    "torchvision.datasets.cifar": "torchvision.datasets",
    "torchvision.datasets.fakedata": "torchvision.datasets",
    "torchvision.datasets.folder": "torchvision.datasets",
    "torchvision.datasets.mnist": "torchvision.datasets",
    "torchvision.datasets.stl10": "torchvision.datasets",
    "torchvision.datasets.svhn": "torchvision.datasets",
    "torchvision.datasets.usps": "torchvision.datasets",
    "torchvision.datasets.vision": "torchvision.datasets",
    "torchvision.transforms.functional_tensor": "torchvision.transforms.functional",
    "torchvision.transforms.transforms": "torchvision.transforms",
    "torchvision.transforms.v2": "torchvision.transforms",
}
"""Prefixes of paths that mean the same as another."""
